import type { DashboardStats } from '@sharemyshows/contract/dashboard'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Skeleton } from '@/ui/skeleton'
import { countQuery, statsQuery } from '../api'
import { sayNumber } from '../model'
import { Answer } from './section'

const FIGURES: [keyof DashboardStats, one: string, many: string][] = [
  ['artists', 'artist', 'artists'],
  ['venues', 'venue', 'venues'],
  ['cities', 'city', 'cities'],
  ['countries', 'country', 'countries'],
  ['songs', 'song heard', 'songs heard'],
  ['photos', 'photo', 'photos'],
]

/** How many nights in the largest type there is, what else they add up to, and what can be done from here. */
export function Numbers({ actions }: { actions: ReactNode }) {
  const stats = useQuery(statsQuery)
  const { data: count } = useQuery(countQuery)
  const first = count?.by_year.findLast((year) => year.shows > year.upcoming)?.year
  return (
    <header>
      <h1 tabIndex={-1} className="min-h-[calc(clamp(5rem,22vw,11rem)*0.85+2.75rem)]">
        {stats.data ? (
          <>
            <span className="block text-[clamp(5rem,22vw,11rem)] leading-[0.85] tracking-tighter tabular-nums">
              {sayNumber(stats.data.shows)}
            </span>
            <span className="mt-3 block text-20 sm:text-28">
              {stats.data.shows === 1 ? 'night' : 'nights'} of live music{first && `, since ${first}`}
            </span>
          </>
        ) : (
          <span className="sr-only">Home</span>
        )}
      </h1>
      <div className="mt-8">
        <Answer query={stats} waiting={<Skeleton className="h-29 w-full max-w-3xl sm:h-13" />}>
          {(data) => (
            <dl className="grid max-w-3xl grid-cols-3 gap-x-4 gap-y-5 sm:grid-cols-6">
              {FIGURES.map(([name, one, many]) => (
                <div key={name} className="flex flex-col-reverse">
                  <dt className="text-12 text-soft sm:text-14">{data[name] === 1 ? one : many}</dt>
                  <dd className="font-bold font-display text-28 tabular-nums">{sayNumber(data[name])}</dd>
                </div>
              ))}
            </dl>
          )}
        </Answer>
      </div>
      <div className="mt-8">{actions}</div>
    </header>
  )
}
