import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { ErrorState } from '@/ui/error-state'
import { LoadMore } from '@/ui/load-more'
import { showsQuery } from '../api'
import { useNear } from '../use-near'
import { ListSkeleton } from './list-skeleton'
import { ShowList, type View } from './show-list'
import { YearHeading } from './year-heading'

type YearSectionProps = { year: number; shows: number; view: View }

/** A year of my diary, loaded when it comes near; until then it is as high as it will be. */
export function YearSection({ year, shows, view }: YearSectionProps) {
  const section = useRef<HTMLElement>(null)
  const { near, come } = useNear(section)
  const list = useInfiniteQuery({ ...showsQuery('past', { scope: 'mine', year }), enabled: near })
  const found = list.data?.pages.flatMap((page) => page.items)
  return (
    <section ref={section} aria-labelledby={`y${year}`} aria-busy={!found} data-year={year}>
      <YearHeading year={year} shows={shows} />
      {!found && !near && (
        <Button onClick={come} className="sr-only focus:not-sr-only focus:mb-3">
          Show {year}
        </Button>
      )}
      {list.isError && !found ? (
        <ErrorState message={sayProblem(list.error)} onRetry={list.refetch} />
      ) : (
        !found && <ListSkeleton view={view} count={shows} />
      )}
      {found && <ShowList shows={found} view={view} />}
      {found && <LoadMore {...list} />}
    </section>
  )
}
