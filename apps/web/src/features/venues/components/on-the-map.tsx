import { useId } from 'react'
import { sayCity } from '@/lib/places'
import { WorldMap } from '@/ui/world-map/world-map'
import type { VenuePage } from '../model'

/** Where in the world the venue is; nothing where nobody knows. */
export function OnTheMap({ venue }: { venue: VenuePage }) {
  const heading = useId()
  const { id, name, point } = venue
  const [longitude, latitude] = point?.coordinates ?? []
  if (longitude === undefined || latitude === undefined) return null
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-3 text-20">
        Where it is
      </h2>
      <WorldMap
        label={`Where ${name} is`}
        points={[{ id, label: name, detail: sayCity(venue), latitude, longitude, weight: 1 }]}
        listed={false}
        className="h-56 sm:h-64"
      />
    </section>
  )
}
