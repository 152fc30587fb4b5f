import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { outcomeOf } from '@/lib/lookups'
import { sayProblem } from '@/lib/problem'
import { Attribution } from '@/ui/attribution'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { FormError } from '@/ui/form-error'
import { RadioCards } from '@/ui/radio-cards'
import { toast } from '@/ui/toast'
import { boxAround } from '@/ui/world-map/circle'
import { WorldMap } from '@/ui/world-map/world-map'
import { placesQuery, useConfirmPlace } from '../api'
import { confirmOf, pointOf, type Spot, saySpot, spotsOf } from '../model'
import { Finding } from './finding'

/** How much of the land around a place its map shows, in metres. */
const AROUND_M = 6_000

type WhereDialogProps = {
  venue: { id: string; name: string; address: string | null }
  close: () => void
}

/** Places of that name, in words and on the map, to say which of them it is. */
export function WhereDialog({ venue, close }: WhereDialogProps) {
  const found = useQuery(placesQuery(venue.id))
  const spots = useMemo(() => spotsOf(found.data?.items ?? []), [found.data])
  const points = useMemo(() => spots.map(pointOf), [spots])
  const [picked, pick] = useState<string>()
  const chosen = spots.find(({ place_id }) => place_id === picked)
  const frame = useMemo(() => chosen && { box: boxAround(chosen, AROUND_M), room: 0 }, [chosen])
  const confirm = useConfirmPlace(venue.id)
  const say = async (spot: Spot) => {
    const { time_zone } = await confirm.mutateAsync(confirmOf(spot, venue))
    close()
    toast.done(`${venue.name} is on the map, with the clocks of ${time_zone}`)
  }
  return (
    <Dialog
      open
      onOpenChange={close}
      title={`Where is ${venue.name}?`}
      description="Shows there stand on the map at this place, and their times follow the clocks of it."
      className="sm:w-[min(36rem,calc(100vw-2rem))]"
      footer={
        spots.length > 0 && (
          <>
            <Button variant="ghost" onClick={close}>
              None of these
            </Button>
            <Button
              variant="primary"
              disabled={!chosen}
              pending={confirm.isPending}
              onClick={() => void (chosen && say(chosen).catch(() => undefined))}
            >
              It is here
            </Button>
          </>
        )
      }
    >
      <Finding
        found={found}
        outcome={found.data && outcomeOf(found.data)}
        empty={`No place called ${venue.name} is known. Give its address where you edit a show there.`}
        any={spots.length > 0}
      >
        <WorldMap
          label={`Where ${venue.name} may be`}
          points={points}
          lit={picked}
          frame={frame}
          listed={false}
          className="h-48 bg-raised sm:h-56"
        />
        <div className="mt-4">
          <RadioCards
            label="Known by that name"
            options={spots.map((one) => ({ value: one.place_id, label: one.name, hint: saySpot(one) }))}
            value={picked}
            onChange={pick}
          />
        </div>
        {found.data?.attribution && (
          <p className="text-12 text-soft">
            <Attribution {...found.data.attribution} />
          </p>
        )}
        <FormError message={confirm.error ? sayProblem(confirm.error) : undefined} />
      </Finding>
    </Dialog>
  )
}
