import { CalendarSync, Trash2, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@/ui/button'
import { IconButton } from '@/ui/icon-button'
import { type MediaSet, useDeleteMedia } from '../sets'
import type { Choosing } from '../use-selection'

const MoveDialog = lazy(() => import('./move-dialog'))

type SelectionBarProps = {
  selection: Choosing
  showId: string
  noun: MediaSet['noun']
  /** These are being deleted. */
  onGone?: ((ids: readonly string[]) => void) | undefined
}

/** While media are being chosen: how many, and what can be done with them. It floats over the foot of the list. */
export function SelectionBar({ selection, showId, noun, onGone }: SelectionBarProps) {
  const [moving, setMoving] = useState(false)
  const remove = useDeleteMedia()
  const { ids, choosing, chooseAll, end } = selection
  if (!choosing) return null
  const set = { showId, noun, ids: [...ids] }
  const none = ids.size === 0
  return (
    <div
      role="toolbar"
      aria-label="What to do with the chosen ones"
      className="sticky bottom-[calc(var(--dock,0px)+1rem)] z-10 mx-auto flex w-full max-w-xl items-center gap-1 rounded-card bg-raised p-1.5 shadow-float ring-1 ring-line"
    >
      <IconButton label="Stop choosing" icon={<X />} onClick={end} />
      <p role="status" className="min-w-0 flex-1 truncate text-14">
        <span className="font-medium tabular-nums">{ids.size}</span>
        <span className="max-sm:sr-only"> chosen</span>
      </p>
      <Button variant="ghost" onClick={chooseAll} className="max-sm:px-2.5">
        All mine
      </Button>
      <Button variant="ghost" disabled={none} onClick={() => setMoving(true)} className="max-sm:px-2.5">
        <CalendarSync aria-hidden />
        Move
      </Button>
      <Button
        variant="ghost"
        disabled={none}
        className="text-danger max-sm:px-2.5"
        onClick={() => {
          onGone?.(set.ids)
          remove.mutate(set)
          end()
        }}
      >
        <Trash2 aria-hidden />
        Delete
      </Button>
      {moving && (
        <Suspense>
          <MoveDialog set={set} onClose={() => setMoving(false)} onMoved={end} />
        </Suspense>
      )}
    </div>
  )
}
