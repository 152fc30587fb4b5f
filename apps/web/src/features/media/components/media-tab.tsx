import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { IconButton } from '@/ui/icon-button'
import { isMine, type Medium, nounOf } from '../model'
import { itemsIn, type Page } from '../pages'
import { useMediaNews } from '../use-media-news'
import { useMore } from '../use-more'
import { type Choosing, useSelection } from '../use-selection'
import { AddMedia } from './add-media'
import { FailedMedia, type Retry } from './failed-media'
import { SelectionBar } from './selection-bar'

type MediaTabProps<Kind extends Medium> = {
  showId: string
  kind: Kind['kind']
  /** The viewer may add some of her own. */
  canAdd: boolean
  query: UseInfiniteQueryResult<InfiniteData<Page<Kind>>>
  retry: Retry<Kind>
  skeleton: ReactNode
  /** What is said while there are none: to those who may add some, and to others. */
  empty: { icon: ReactNode; title: string; mine: string; others: string }
  /** Several are being deleted at once. */
  onGone?: (ids: readonly string[]) => void
  children: (media: Kind[], selection: Choosing, onMore: (() => void) | undefined) => ReactNode
}

/** Everybody's media of one kind of a show as far as one may have them, in the order they were made, and the way to add more. */
export function MediaTab<Kind extends Medium>({
  showId,
  kind,
  canAdd,
  query,
  retry,
  skeleton,
  empty,
  onGone,
  children,
}: MediaTabProps<Kind>) {
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const onMore = hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined
  const end = useMore<HTMLDivElement>(onMore)
  useMediaNews(showId)

  const media = itemsIn(data)
  const shown = media.filter(({ state }) => state !== 'failed')
  const selection = useSelection(shown.filter(isMine).map(({ id }) => id))
  if (isPending) return skeleton
  if (error && data === undefined) {
    const reference = error instanceof ApiProblem ? error.requestId : undefined
    return <ErrorState message={sayProblem(error)} reference={reference} onRetry={() => void refetch()} />
  }
  if (media.length === 0) {
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
      <div className="flex justify-end gap-2">
        {canAdd && (
          <div className="min-w-0 flex-1">
            <AddMedia showId={showId} kind={kind} />
          </div>
        )}
        {selection.canChoose && (
          <IconButton
            label="Select"
            icon={<CircleCheck />}
            aria-pressed={selection.choosing}
            onClick={selection.choosing ? selection.end : selection.begin}
            className="aria-pressed:text-accent"
          />
        )}
      </div>
      <FailedMedia media={media.filter(({ state }) => state === 'failed')} retry={retry} />
      {children(shown, selection, onMore)}
      <SelectionBar selection={selection} showId={showId} noun={nounOf({ kind })} onGone={onGone} />
      <div ref={end} />
      {isFetchingNextPage && skeleton}
    </div>
  )
}
