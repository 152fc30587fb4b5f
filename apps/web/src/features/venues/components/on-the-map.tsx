import { type ReactNode, useId } from 'react'
import { timeIn } from '@/lib/dates'
import { useMinute } from '@/lib/hooks'
import { sayCity } from '@/lib/places'
import { WorldMap } from '@/ui/world-map/world-map'
import type { VenuePage } from '../model'

type OnTheMapProps = {
  venue: VenuePage
  /** What asks where it is, for those who may say so. */
  question: ReactNode
}

/** Where in the world the venue is, and what time it is there; nothing where nobody knows and nobody may say. */
export function OnTheMap({ venue, question }: OnTheMapProps) {
  const heading = useId()
  const { id, name, point, time_zone } = venue
  const [longitude, latitude] = point?.coordinates ?? []
  const known = longitude !== undefined && latitude !== undefined
  if (!known && !question) return null
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-3 text-20">
        Where it is
      </h2>
      {known ? (
        <>
          <WorldMap
            label={`Where ${name} is`}
            points={[{ id, label: name, detail: sayCity(venue), latitude, longitude, weight: 1 }]}
            listed={false}
            className="h-56 sm:h-64"
          />
          <ClocksThere zone={time_zone} />
        </>
      ) : (
        <p className="text-14 text-soft">Nobody has put it on the map yet.</p>
      )}
      {question}
    </section>
  )
}

function ClocksThere({ zone }: { zone: string }) {
  const now = useMinute()
  return (
    <p className="mt-2 text-14 text-soft">
      {timeIn(zone, new Date(now))} there now, by the clocks of {zone.replaceAll('_', ' ')}
    </p>
  )
}
