import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { dateIn } from '@/lib/dates'
import { Button } from '@/ui/button'
import { boxAround, metresBetween } from '@/ui/world-map/circle'
import { type Box, WorldMap } from '@/ui/world-map/world-map'
import { askedOf, boxOfAddress, boxText, centreOf, type DiscoverAddress, radiusOf } from '../address'
import { spotsQuery } from '../api'
import { type Spot, startOf } from '../model'
import { sayNight } from '../nights'

type DiscoverMapProps = {
  address: DiscoverAddress
  onChange: (address: DiscoverAddress) => void
  today: string
  lit: string | null
  onLight: (id: string | null) => void
  className?: string
}

const WORLD: Box = [-180, -90, 180, 90]

/** The same events on the map. Moved by hand it offers to look there. */
export function DiscoverMap({ address, onChange, today, lit, onLight, className }: DiscoverMapProps) {
  const { frame, ring } = useSight(address)
  const sought = frame ? boxText(frame.box) : boxText(WORLD)
  const { data } = useQuery(spotsQuery(sought, askedOf(address, today)))
  const points = useMemo(() => pointsOf(data?.items ?? [], ring), [data, ring])
  const where = `${address.near} ${address.radius} ${address.box}`
  const [moved, setMoved] = useState<{ box: Box; from: string }>()
  const elsewhere = moved?.from === where ? moved.box : undefined
  return (
    <div className="relative h-full">
      <WorldMap
        label="Map of these events"
        many="events"
        points={points}
        listed={false}
        free
        frame={frame}
        ring={ring}
        lit={lit}
        onLight={onLight}
        onMoved={(box) => setMoved({ box, from: where })}
        link={({ href, children }) => <Link to={href}>{children}</Link>}
        className={className}
      />
      {elsewhere && (
        <Button
          variant="inverse"
          className="-translate-x-1/2 absolute top-3 left-1/2 z-1 rounded-full shadow-float"
          onClick={() => onChange({ ...address, box: boxText(elsewhere) })}
        >
          <Search aria-hidden />
          Search this area
        </Button>
      )}
      {data?.more && (
        <p className="absolute bottom-3 left-3 z-1 rounded-full bg-raised/90 px-3 py-1 text-12 shadow-float">
          The soonest {data.items.length} are shown. Come closer for more.
        </p>
      )}
    </div>
  )
}

/** What the address has one look at; the same object as long as the address says the same. */
function useSight({ near, place, radius, box }: DiscoverAddress) {
  return useMemo(() => {
    const address: DiscoverAddress = {
      ...(near && { near }),
      ...(place && { place }),
      ...(radius && { radius }),
      ...(box && { box }),
    }
    const exact = boxOfAddress(address)
    if (exact) return { frame: { box: exact, room: 0 }, ring: null }
    const centre = centreOf(address)
    if (centre === undefined) return { frame: null, ring: null }
    const metres = radiusOf(address) * 1000
    return { frame: { box: boxAround(centre, metres), room: 24 }, ring: { ...centre, metres } }
  }, [near, place, radius, box])
}

type Ring = { latitude: number; longitude: number; metres: number } | null

/** A box has corners that the circle within it has not. */
function pointsOf(spots: readonly Spot[], ring: Ring) {
  return spots.map(pointOf).filter((point) => ring === null || metresBetween(point, ring) <= ring.metres)
}

function pointOf(spot: Spot) {
  const [longitude = 0, latitude = 0] = spot.location.coordinates
  const night = sayNight(dateIn(spot.time_zone, spot.starts_at), dateIn(spot.time_zone))
  const cancelled = spot.status === 'cancelled' ? 'Cancelled · ' : ''
  return {
    id: spot.id,
    latitude,
    longitude,
    label: spot.artist_name,
    detail: `${cancelled}${night}, ${startOf(spot)} · ${spot.venue_name}`,
    weight: 1,
    href: `/shows/${spot.id}`,
  }
}
