import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from '@/ui/skeleton'
import { WorldMap } from '@/ui/world-map/world-map'
import { placesQuery } from '../api'
import { sayVisits, sayWhere } from '../model'
import { Answer, Section } from './section'

/** Where I was, on the map. */
export function VisitedMap() {
  const points = useQuery({ ...placesQuery, select: pointsOf })
  return (
    <Section title="Where you were">
      <Answer query={points} waiting={<Skeleton className="mb-12 h-72 rounded-card sm:h-96" />}>
        {(found) => (
          <WorldMap
            label="Map of the venues you have been to"
            points={found}
            link={({ href, children }) => <Link to={href}>{children}</Link>}
          />
        )}
      </Answer>
    </Section>
  )
}

type Place = {
  id: string
  name: string
  city: string | null
  country: string | null
  visit_count: number
  last_visit: string
  point: { coordinates: number[] }
}

const pointsOf = (places: Place[]) => places.map(pointOf)

function pointOf(place: Place) {
  const [longitude = 0, latitude = 0] = place.point.coordinates
  return {
    id: place.id,
    longitude,
    latitude,
    label: place.name,
    detail: [sayWhere(place), sayVisits(place)].filter(Boolean).join(' · '),
    weight: place.visit_count,
    href: `/venues/${place.id}`,
  }
}
