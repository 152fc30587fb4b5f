import { LocateFixed, MapPin } from 'lucide-react'
import { useState } from 'react'
import type { CatalogFields } from '@/features/catalog/model'
import { useMediaQuery } from '@/lib/hooks'
import { Button } from '@/ui/button'
import { ChoiceChips } from '@/ui/choice-chips'
import { Dialog } from '@/ui/dialog'
import { Sheet } from '@/ui/sheet'
import { type DiscoverAddress, RADII, type Radius, radiusOf, USUAL_KM } from '../address'
import { askDevice, forgetPlace, keepPlace, townOf, type Whereabouts } from '../whereabouts'

type DiscoverPlaceProps = {
  address: DiscoverAddress
  onChange: (address: DiscoverAddress) => void
  CityField: CatalogFields['CityField']
}

/** Around where one looks, and how far; the button says it, and opens what changes it. */
export function DiscoverPlace(props: DiscoverPlaceProps) {
  const [open, setOpen] = useState(false)
  const wide = useMediaQuery('(min-width: 40rem)')
  const Panel = wide ? Dialog : Sheet
  return (
    <>
      <Button className="min-w-0 max-w-full shrink" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <MapPin aria-hidden />
        <span className="truncate">{sayPlace(props.address)}</span>
      </Button>
      <Panel open={open} onOpenChange={setOpen} title="Where?">
        <PlaceChoice {...props} close={() => setOpen(false)} />
      </Panel>
    </>
  )
}

/** "Utrecht, within 25 km", "This part of the map", "Everywhere". */
function sayPlace(address: DiscoverAddress): string {
  if (address.box) return 'This part of the map'
  if (!address.near) return 'Everywhere'
  return `${address.place ?? 'This place'}, within ${radiusOf(address)} km`
}

function PlaceChoice({ address, onChange, CityField, close }: DiscoverPlaceProps & { close: () => void }) {
  const [town, setTown] = useState('')
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState('')
  const lookAround = (place: Whereabouts) => {
    keepPlace(place)
    onChange({ ...address, box: undefined, near: place.near, place: place.place })
    close()
  }
  const askHere = () => {
    setAsking(true)
    setRefused('')
    askDevice()
      .then(lookAround, (error: Error) => setRefused(error.message))
      .finally(() => setAsking(false))
  }
  const everywhere = () => {
    forgetPlace()
    onChange({ ...address, box: undefined, near: undefined, place: undefined, radius: undefined })
    close()
  }
  return (
    <div className="flex min-h-96 flex-col gap-5">
      <div>
        <Button variant="inverse" className="w-full" pending={asking} onClick={askHere}>
          {!asking && <LocateFixed aria-hidden />}
          Use my location
        </Button>
        <p className="mt-2 text-12 text-soft">
          To find what is near you. Your browser asks you first; this server is told a spot within a kilometre
          of you and keeps none of it.
        </p>
        <p role="alert" className="mt-2 text-14 text-danger empty:hidden">
          {refused}
        </p>
      </div>
      <CityField
        label="Or a town"
        placeholder="Utrecht"
        value={town}
        onChange={setTown}
        onPick={({ name, point }) => lookAround(townOf(name, point.coordinates))}
      />
      {address.near && (
        <div>
          <p aria-hidden className="mb-2 font-medium text-14">
            How far
          </p>
          <RadiusChips address={address} onChange={onChange} />
        </div>
      )}
      {(address.near || address.box) && (
        <Button variant="ghost" onClick={everywhere}>
          Look everywhere
        </Button>
      )}
    </div>
  )
}

const DISTANCES = RADII.map((km) => ({ value: String(km), label: `${km} km` }))

function RadiusChips({ address, onChange }: Pick<DiscoverPlaceProps, 'address' | 'onChange'>) {
  const choose = (value: string | undefined) => {
    const radius = Number(value) as Radius
    onChange({ ...address, box: undefined, radius: radius === USUAL_KM ? undefined : radius })
  }
  return (
    <ChoiceChips
      wrap
      label="How far"
      options={DISTANCES}
      value={String(radiusOf(address))}
      onChange={choose}
    />
  )
}
