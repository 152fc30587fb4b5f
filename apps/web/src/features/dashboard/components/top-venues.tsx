import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from '@/ui/skeleton'
import { venuesQuery } from '../api'
import { sayNumber, sayWhere } from '../model'
import { Answer, Section } from './section'

/** The venues I have been to most. */
export function TopVenues() {
  const venues = useQuery(venuesQuery)
  return (
    <Section title="Most visited">
      <Answer query={venues} waiting={<Skeleton className="h-96 rounded-card" />}>
        {(found) => (
          <ol>
            {found.map((venue) => (
              <li key={venue.id} className="border-line border-b last:border-0">
                <Link
                  to="/venues/$venueId"
                  params={{ venueId: venue.id }}
                  className="group flex min-h-14 items-center gap-4 py-1.5"
                >
                  <span className="min-w-0 flex-1">
                    <span className="wrap-anywhere block font-medium text-14 group-hover:underline">
                      {venue.name}
                    </span>
                    <span className="block truncate text-12 text-soft">{sayWhere(venue)}</span>
                  </span>
                  <span className="font-bold font-display text-20 tabular-nums">
                    {sayNumber(venue.visit_count)}
                    <span className="sr-only"> {venue.visit_count === 1 ? 'visit' : 'visits'}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        )}
      </Answer>
    </Section>
  )
}
