import type { Import } from '@sharemyshows/contract/imports'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Progress } from '@/ui/progress'
import { toast } from '@/ui/toast'
import { useCancel } from '../api'
import { headOf, sayCount } from '../model'

const done = ({ phase, progress, rows, outcomes }: Import): string => {
  if (phase === 'reading')
    return rows.total > 0 ? `${sayCount(rows.total, 'row')} so far` : 'This takes a moment'
  if (phase === 'undoing') return `${Math.floor(progress * 100)} %`
  return outcomes.added > 0 ? `${sayCount(outcomes.added, 'show')} added so far` : 'Begins in a moment'
}

/** Something runs that takes a while: how far it is, and the way to stop it. */
export function Working({ one }: { one: Import }) {
  const cancel = useCancel(one.id)
  return (
    <div className="flex flex-col gap-4">
      <Progress label={headOf(one)} value={one.progress > 0 ? one.progress : undefined} className="h-3" />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="text-14 text-soft tabular-nums">{done(one)}. You may leave this page and come back.</p>
        {one.phase !== 'undoing' && (
          <Button
            pending={cancel.isPending}
            onClick={() => cancel.mutate(undefined, { onError: (error) => toast.failed(sayProblem(error)) })}
          >
            Stop
          </Button>
        )}
      </div>
    </div>
  )
}
