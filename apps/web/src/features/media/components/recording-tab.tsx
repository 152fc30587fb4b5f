import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { itemsIn, type Page } from '../pages'
import { type Recording, useRetryRecording } from '../recordings'
import { useMore } from '../use-more'
import { usePhotoNews } from '../use-photo-news'
import { AddMedia } from './add-media'
import { FailedMedia } from './failed-media'

type RecordingTabProps<Kind extends Recording> = {
  showId: string
  kind: Kind['kind']
  /** The viewer may add some of her own. */
  canAdd: boolean
  query: UseInfiniteQueryResult<InfiniteData<Page<Kind>>>
  skeleton: ReactNode
  /** What is said while there are none: to those who may add some, and to others. */
  empty: { icon: ReactNode; title: string; mine: string; others: string }
  children: (recordings: Kind[], onMore: (() => void) | undefined) => ReactNode
}

/** Everybody's audio or videos of a show as far as one may have them, in the order they were made. */
export function RecordingTab<Kind extends Recording>({
  showId,
  kind,
  canAdd,
  query,
  skeleton,
  empty,
  children,
}: RecordingTabProps<Kind>) {
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const onMore = hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined
  const end = useMore<HTMLDivElement>(onMore)
  const retry = useRetryRecording()
  usePhotoNews(showId)

  const recordings = itemsIn(data)
  if (isPending) return skeleton
  if (error && data === undefined) {
    const reference = error instanceof ApiProblem ? error.requestId : undefined
    return <ErrorState message={sayProblem(error)} reference={reference} onRetry={() => void refetch()} />
  }
  if (recordings.length === 0) {
    return (
      <div className={cn(canAdd && '-mt-8')}>
        <EmptyState icon={empty.icon} title={empty.title}>
          {canAdd ? empty.mine : empty.others}
        </EmptyState>
        {canAdd && (
          <div className="mx-auto -mt-8 max-w-xl">
            <AddMedia showId={showId} kind={kind} large />
          </div>
        )}
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      {canAdd && <AddMedia showId={showId} kind={kind} />}
      <FailedMedia media={recordings.filter(({ state }) => state === 'failed')} retry={retry} />
      {children(
        recordings.filter(({ state }) => state !== 'failed'),
        onMore,
      )}
      <div ref={end} />
      {isFetchingNextPage && skeleton}
    </div>
  )
}
