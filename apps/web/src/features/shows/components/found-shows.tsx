import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { groupByYear } from '@/lib/dates'
import { sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { LoadMore } from '@/ui/load-more'
import { showsQuery } from '../api'
import { type DiarySearch, filterOf } from '../filter'
import { ComingUp } from './coming-up'
import { ListSkeleton } from './list-skeleton'
import { ShowList, type View } from './show-list'
import { YearHeading } from './year-heading'

type FoundShowsProps = { search: DiarySearch; view: View; whenEmpty: ReactNode }

/** Shows that fit a filter, by year, as far as one scrolls: how many there are is not known beforehand. */
export function FoundShows({ search, view, whenEmpty }: FoundShowsProps) {
  const filter = filterOf(search)
  const upcoming = useInfiniteQuery(showsQuery('upcoming', filter))
  const past = useInfiniteQuery(showsQuery('past', filter))
  const found = past.data?.pages.flatMap((page) => page.items)
  if (past.isError && !found) return <ErrorState message={sayProblem(past.error)} onRetry={past.refetch} />
  if (!found || upcoming.isPending) {
    return (
      <div role="status">
        <span className="sr-only">Looking for shows</span>
        <ListSkeleton view={view} count={6} />
      </div>
    )
  }
  if (found.length === 0 && !upcoming.data?.pages[0]?.items.length) return whenEmpty
  return (
    <>
      <ComingUp filter={filter} className="mb-10" />
      <div className="flex flex-col gap-10">
        {groupByYear(found, (show) => show.show_date).map(({ year, items }) => (
          <section key={year} aria-labelledby={`y${year}`}>
            <YearHeading year={year} />
            <ShowList shows={items} view={view} />
          </section>
        ))}
      </div>
      <LoadMore {...past} />
    </>
  )
}
