import type { Revision } from '@sharemyshows/contract/history'
import { useInfiniteQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { dateIn, sayDate } from '@/lib/dates'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { Skeleton } from '@/ui/skeleton'
import { revisionsQuery } from '../api'
import { canPutBack } from '../model'
import { RevisionItem } from './revision-item'

type TimelineProps = {
  showId: string
  venueId: string
  /** Whether the viewer may change this show. */
  mayEdit: boolean
}

/** All that was changed of a show, newest first, by day. */
export function Timeline({ showId, venueId, mayEdit }: TimelineProps) {
  const list = useInfiniteQuery(revisionsQuery(showId))
  if (list.isPending) return <Waiting />
  if (list.isError && !list.data)
    return <ErrorState message={sayProblem(list.error)} onRetry={list.refetch} />
  const revisions = list.data.pages.flatMap((page) => page.items)
  if (revisions.length === 0) return <Nothing />
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const days = Map.groupBy(revisions, ({ created_at }) => dateIn(zone, created_at))
  const mayPutBack = (revision: Revision) =>
    mayEdit && canPutBack(revision, revisions.slice(0, revisions.indexOf(revision)), venueId)
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-${day}`} className="mb-6">
          <h2 id={`day-${day}`} className="mb-4 text-16 text-soft">
            {sayDate(day)}
          </h2>
          <ol>
            {ofDay.map((revision) => (
              <RevisionItem
                key={revision.id}
                showId={showId}
                revision={revision}
                canPutBack={mayPutBack(revision)}
              />
            ))}
          </ol>
        </section>
      ))}
      {list.hasNextPage && (
        <div className="flex flex-col items-center gap-2 py-4">
          {list.isFetchNextPageError && (
            <p role="alert" className="text-14 text-soft">
              {sayProblem(list.error)}
            </p>
          )}
          <Button variant="ghost" pending={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {list.isFetchNextPageError ? 'Try again' : 'Show earlier changes'}
          </Button>
        </div>
      )}
    </>
  )
}

function Nothing() {
  return (
    <EmptyState icon={<History />} title="Nothing has been changed yet">
      When somebody corrects the date, the venue, the bill or the setlist, it is written down here, and can be
      put back.
    </EmptyState>
  )
}

function Waiting() {
  return (
    <div role="status" aria-label="Loading the history" className="flex flex-col gap-8">
      {[0, 1, 2].map((row) => (
        <div key={row} className="grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-4">
          <Skeleton className="size-9 rounded-full" />
          <div className="flex flex-col gap-3">
            <Skeleton className="h-5 w-3/5" />
            <Skeleton className="h-6 w-4/5" />
          </div>
        </div>
      ))}
    </div>
  )
}
