import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sayCity } from '@/lib/places'
import { RankedList } from '@/ui/ranked-list'
import { type MapPoint, WorldMap } from '@/ui/world-map/world-map'
import type { VenuePlayed } from '../model'

type PlacesPlayedProps = {
  name: string
  venues: readonly VenuePlayed[] /** Only where I was. */
  mine: boolean
}

const nights = (count: number) => `${count} ${count === 1 ? 'show' : 'shows'}`

/** Where they played, or where I saw them: on the map and by name. */
export function PlacesPlayed({ name, venues, mine }: PlacesPlayedProps) {
  const places = venues
    .filter((venue) => !mine || venue.mine > 0)
    .map((venue) => ({ ...venue, count: mine ? venue.mine : venue.shows }))
  const points = places.flatMap(pointOf)
  return (
    <RankedList
      title={mine ? 'Where you saw them' : 'Where they played'}
      items={places.map((place) => ({ ...place, detail: sayCity(place) }))}
      say={nights}
      link={({ id }, children) => (
        <Link to="/venues/$venueId" params={{ venueId: id }} className="min-w-0 hover:text-accent">
          {children}
        </Link>
      )}
    >
      {points.length > 0 && (
        <div className="mt-3">
          <WorldMap
            label={mine ? `Where you saw ${name}` : `Where ${name} played`}
            points={points}
            link={MapLink}
            listed={false}
            className="h-56 sm:h-64"
          />
        </div>
      )}
    </RankedList>
  )
}

function pointOf({ id, name, point, count, ...place }: VenuePlayed & { count: number }): MapPoint[] {
  const [longitude, latitude] = point?.coordinates ?? []
  if (longitude === undefined || latitude === undefined) return []
  const detail = [sayCity(place), nights(count)].filter(Boolean).join(' · ')
  return [{ id, label: name, detail, latitude, longitude, weight: count, href: `/venues/${id}` }]
}

const MapLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link to={href}>{children}</Link>
)
