import { useQuery } from '@tanstack/react-query'
import { CopyCheck } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from '@/ui/button'
import { duplicatesQuery, type Kind } from '../api'
import { type Suggestion, sayReason, suggestionsOf } from '../candidate'

const MergeDialog = lazy(() => import('./merge-dialog').then((module) => ({ default: module.MergeDialog })))

type PossibleDuplicatesProps = {
  kind: Kind
  id: string
  /** Goes to the one that stays, once two have been merged. */
  onMerged: (survivorId: string) => unknown
  /** Leads to another show that the viewer did not attend, where she can say that she did. */
  linkTo?: (suggestion: Suggestion) => ReactNode
}

/**
 * A quiet line for each that might be the same show, artist or venue, with the way to compare and merge; nothing while
 * there are none, or nothing that the viewer could do about them. For the foot of a page, for people who are signed in.
 */
export function PossibleDuplicates({ kind, id, onMerged, linkTo }: PossibleDuplicatesProps) {
  const { data } = useQuery(duplicatesQuery(kind, id))
  const [compared, setCompared] = useState<Suggestion | null>(null)
  const [open, setOpen] = useState(false)
  if (data === undefined) return null
  const { subject, others } = suggestionsOf(data)
  const useful = others.filter(({ mayMerge }) => mayMerge || linkTo !== undefined)
  if (useful.length === 0) return null
  const compare = (other: Suggestion) => {
    setCompared(other)
    setOpen(true)
  }
  return (
    <section aria-label="Possible duplicates" className="border-line border-t pt-4">
      <ul className="flex flex-col gap-1">
        {useful.map((other) => (
          <li key={other.id} className="flex min-h-11 flex-wrap items-center gap-x-3 text-14 text-soft">
            <CopyCheck aria-hidden className="size-4 shrink-0" />
            <p className="wrap-anywhere min-w-0 flex-1 basis-48">
              Maybe the same: <span className="text-ink">{other.name}</span>
              {kind === 'show' && other.details[0] !== undefined && `, ${other.details[0]}`} (
              {sayReason(other.reason)})
            </p>
            {other.mayMerge ? (
              <Button size="small" variant="ghost" onClick={() => compare(other)}>
                Compare
                <span className="sr-only"> with {other.name}</span>
              </Button>
            ) : (
              linkTo?.(other)
            )}
          </li>
        ))}
      </ul>
      {compared !== null && (
        <Suspense>
          <MergeDialog
            key={compared.id}
            kind={kind}
            pair={[subject, compared]}
            open={open}
            onOpenChange={setOpen}
            onMerged={onMerged}
          />
        </Suspense>
      )}
    </section>
  )
}
