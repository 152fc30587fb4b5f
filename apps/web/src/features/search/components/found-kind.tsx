import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { ErrorState } from '@/ui/error-state'
import { kindQuery } from '../api'
import type { Kind } from '../kinds'
import { entriesOf } from '../model'
import { EntryList } from './entry-list'
import { EntrySkeleton } from './entry-skeleton'
import { SimilarNote } from './similar-note'

type FoundKindProps = {
  q: string
  kind: Exclude<Kind, 'shows'>
  onChoose: () => void
  whenEmpty: ReactNode
}

/** All of one kind, as far as one asks. */
export function FoundKind({ q, kind, onChoose, whenEmpty }: FoundKindProps) {
  const found = useInfiniteQuery(kindQuery(q, kind))
  if (found.isPending) return <EntrySkeleton />
  if (!found.data) return <ErrorState message={sayProblem(found.error)} onRetry={found.refetch} />
  const { pages } = found.data
  const entries = pages.flatMap((page) => entriesOf(page, kind))
  const similar = pages[0]?.similar === true
  if (entries.length === 0) return whenEmpty
  return (
    <div aria-busy={found.isPlaceholderData}>
      {similar && <SimilarNote q={q} />}
      <EntryList entries={entries} q={similar ? '' : q} onChoose={onChoose} />
      {found.hasNextPage && (
        <div className="flex flex-col items-center gap-2 py-6">
          {found.isFetchNextPageError && (
            <p role="alert" className="text-14 text-soft">
              {sayProblem(found.error)}
            </p>
          )}
          <Button
            variant="ghost"
            data-found
            pending={found.isFetchingNextPage}
            onClick={() => found.fetchNextPage()}
          >
            {found.isFetchNextPageError ? 'Try again' : 'Load more'}
          </Button>
        </div>
      )}
    </div>
  )
}
