import type { ShowFilter } from '@sharemyshows/contract/shows'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { LoadMoreButton } from '@/ui/load-more'
import { showsQuery } from '../api'
import { ListSkeleton } from './list-skeleton'
import { LAYOUT } from './show-list'
import { type About, ShowStub } from './show-stub'

type NightsProps = { filter: Partial<ShowFilter>; about?: About | undefined; whenEmpty: ReactNode }

/** Shows that are over, newest first, each with its year. */
export function Nights({ filter, about, whenEmpty }: NightsProps) {
  const list = useInfiniteQuery(showsQuery('past', filter))
  const shows = list.data?.pages.flatMap((page) => page.items)
  if (list.isError && !shows) return <ErrorState message={sayProblem(list.error)} onRetry={list.refetch} />
  if (!shows) {
    return (
      <div role="status">
        <span className="sr-only">Looking for shows</span>
        <ListSkeleton view="timeline" count={4} />
      </div>
    )
  }
  if (shows.length === 0) return whenEmpty
  return (
    <>
      <ul className={LAYOUT.timeline}>
        {shows.map((show) => (
          <li key={show.id} className="min-w-0">
            <ShowStub show={show} about={about} withYear />
          </li>
        ))}
      </ul>
      <LoadMoreButton {...list} />
    </>
  )
}
