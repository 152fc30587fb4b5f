import { useQuery } from '@tanstack/react-query'
import { Skeleton } from '@/ui/skeleton'
import { recentQuery } from '../api'
import { NightStub } from './night-stub'
import { Answer, Section } from './section'

const LAYOUT = 'grid gap-3 lg:grid-cols-2'

/** The nights I was at last. */
export function LastNights() {
  const nights = useQuery(recentQuery)
  return (
    <Section title="Last nights">
      <Answer
        query={nights}
        waiting={
          <div className={LAYOUT}>
            {[1, 2, 3, 4].map((place) => (
              <Skeleton key={place} className="h-31 rounded-card" />
            ))}
          </div>
        }
      >
        {(shows) => (
          <ul className={LAYOUT}>
            {shows.map((show) => (
              <li key={show.id} className="min-w-0">
                <NightStub show={show} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Section>
  )
}
