import type { ReactNode } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from './button'
import { ErrorState } from './error-state'
import { Skeleton } from './skeleton'

/** As much of an infinite query as a list needs. */
export type Pages<Item> = {
  data: { pages: readonly { items: readonly Item[] }[] } | undefined
  error: unknown
  isFetchNextPageError: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

type PagedListProps<Item> = {
  list: Pages<Item>
  /** Said while it is on its way, "Loading people". */
  loading: string
  /** Stands where there is nothing. */
  empty: ReactNode
  children: (items: readonly Item[]) => ReactNode
}

/** A list that is read page by page: on its way, failed, empty, there, and more of it. */
export function PagedList<Item>({ list, loading, empty, children }: PagedListProps<Item>) {
  if (list.data === undefined) {
    if (list.error) return <ErrorState message={sayProblem(list.error)} onRetry={() => void list.refetch()} />
    return <Waiting loading={loading} />
  }
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return empty
  return (
    <>
      {children(items)}
      {list.hasNextPage && (
        <div className="flex flex-col items-center gap-2 py-6">
          {list.isFetchNextPageError && (
            <p role="alert" className="text-14 text-soft">
              {sayProblem(list.error)}
            </p>
          )}
          <Button variant="ghost" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {list.isFetchNextPageError ? 'Try again' : 'Show more'}
          </Button>
        </div>
      )}
    </>
  )
}

const ROWS = ['first', 'second', 'third', 'fourth', 'fifth']

function Waiting({ loading }: { loading: string }) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{loading}</span>
      {ROWS.map((row) => (
        <Skeleton key={row} className="h-14" />
      ))}
    </div>
  )
}
