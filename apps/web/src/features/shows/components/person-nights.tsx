import { useInfiniteQuery } from '@tanstack/react-query'
import { TicketX } from 'lucide-react'
import { useId, useState } from 'react'
import { groupByYear } from '@/lib/dates'
import { sayProblem } from '@/lib/problem'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { LoadMore } from '@/ui/load-more'
import { Segmented } from '@/ui/segmented'
import { showsOfPersonQuery } from '../api'
import { ListSkeleton } from './list-skeleton'
import { ShowList, type View } from './show-list'
import { YearHeading } from './year-heading'

type PersonNightsProps = {
  userId: string
  as: 'me' | 'everyone' /** What is said when there is none. */
  none: string
}

/** The nights of a person year by year, as tickets or as posters. */
export function PersonNights({ userId, as, none }: PersonNightsProps) {
  const heading = useId()
  const [view, setView] = useState<View>('timeline')
  const list = useInfiniteQuery(showsOfPersonQuery(userId, as))
  const shows = list.data?.pages.flatMap((page) => page.items)
  if (list.isError && !shows) return <ErrorState message={sayProblem(list.error)} onRetry={list.refetch} />
  if (shows?.length === 0) {
    return (
      <EmptyState icon={<TicketX />} title="No nights to see">
        {none}
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby={heading} aria-busy={!shows}>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h2 id={heading} className="sr-only">
          Nights
        </h2>
        <Segmented
          label="How the nights are shown"
          options={[
            { value: 'timeline', label: 'Tickets' },
            { value: 'posters', label: 'Posters' },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      {!shows && <ListSkeleton view={view} count={6} />}
      <div className="flex flex-col gap-10">
        {groupByYear(shows ?? [], (show) => show.show_date).map(({ year, items }) => (
          <section key={year} aria-labelledby={`y${year}`}>
            <YearHeading year={year} />
            <ShowList shows={items} view={view} />
          </section>
        ))}
      </div>
      <LoadMore {...list} />
    </section>
  )
}
