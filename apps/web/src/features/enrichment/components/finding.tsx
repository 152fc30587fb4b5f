import type { LookupResult } from '@sharemyshows/contract/lookups'
import type { ReactNode } from 'react'
import { sayOutcome } from '@/lib/lookups'
import { sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { Note } from '@/ui/note'
import { Skeleton } from '@/ui/skeleton'

type FindingProps = {
  found: { error: unknown; isFetching: boolean; refetch: () => unknown }
  /** What became of asking; undefined until there is an answer. */
  outcome: LookupResult | undefined
  /** Said where nobody knows anything. */
  empty: string
  /** There is something to choose from. */
  any: boolean
  children: ReactNode
}

/** What others know, once they have answered; else that they are being asked, or why there is nothing. */
export function Finding({ found, outcome, empty, any, children }: FindingProps) {
  const retry = () => void found.refetch()
  if (any) return children
  if (outcome === undefined) {
    return found.error ? <ErrorState message={sayProblem(found.error)} onRetry={retry} /> : <Asking />
  }
  const again = outcome === 'unavailable' && !found.isFetching
  return <Note message={sayOutcome(outcome, empty)} onRetry={again ? retry : undefined} />
}

function Asking() {
  return (
    <div role="status" className="flex flex-col gap-2">
      <span className="sr-only">Asking</span>
      <Skeleton className="h-14" />
      <Skeleton className="h-14" />
      <Skeleton className="h-14" />
    </div>
  )
}
