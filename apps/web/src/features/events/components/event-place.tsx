import { useMemo } from 'react'
import { boxAround } from '@/ui/world-map/circle'
import { WorldMap } from '@/ui/world-map/world-map'
import { type Event, placeOf } from '../model'

/** How much of the land around an event its map shows, in metres: enough to find the town. */
const AROUND_M = 12_000

/** Where an event is, on a map. */
export function EventPlace({ event }: { event: Event }) {
  const { id, venue_name, location_address } = event
  const { latitude, longitude } = placeOf(event)
  const { points, frame } = useMemo(
    () => ({
      points: [
        {
          id,
          label: venue_name,
          ...(location_address && { detail: location_address }),
          latitude,
          longitude,
          weight: 1,
        },
      ],
      frame: { box: boxAround({ latitude, longitude }, AROUND_M), room: 0 },
    }),
    [id, venue_name, location_address, latitude, longitude],
  )
  return (
    <WorldMap
      label={`Where ${venue_name} is`}
      points={points}
      frame={frame}
      listed={false}
      className="h-56 sm:h-56"
    />
  )
}
