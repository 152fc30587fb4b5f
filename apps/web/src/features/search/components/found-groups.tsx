import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { ErrorState } from '@/ui/error-state'
import { foundQuery } from '../api'
import { KIND_NAMES, type Kind } from '../kinds'
import { groupsOf } from '../model'
import { EntryList } from './entry-list'
import { EntrySkeleton } from './entry-skeleton'
import { SimilarNote } from './similar-note'

const EACH = 5

type FoundGroupsProps = {
  q: string
  onKind: (kind: Kind) => void
  onChoose: () => void
  whenEmpty: ReactNode
}

/** The best of every kind, by kinds. */
export function FoundGroups({ q, onKind, onChoose, whenEmpty }: FoundGroupsProps) {
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(foundQuery(q, EACH))
  if (error) return <ErrorState message={sayProblem(error)} onRetry={refetch} />
  if (isPending) return <EntrySkeleton />
  const groups = groupsOf(data)
  if (groups.length === 0) return isPlaceholderData ? <EntrySkeleton /> : whenEmpty
  return (
    <div aria-busy={isPlaceholderData} className="grid gap-10 lg:grid-cols-2 lg:gap-x-14">
      {data.similar && (
        <div className="lg:col-span-2">
          <SimilarNote q={q} />
        </div>
      )}
      {groups.map(({ kind, entries, more }) => (
        <section key={kind} className="min-w-0" aria-labelledby={`found-${kind}`}>
          <div className="mb-1 flex min-h-11 items-center justify-between gap-4">
            <h2 id={`found-${kind}`} className="text-20">
              {KIND_NAMES[kind]}
            </h2>
            {more && (
              <Button size="small" variant="ghost" onClick={() => onKind(kind)}>
                All {KIND_NAMES[kind].toLowerCase()}
              </Button>
            )}
          </div>
          <EntryList entries={entries} q={data.similar ? '' : q} onChoose={onChoose} />
        </section>
      ))}
    </div>
  )
}
