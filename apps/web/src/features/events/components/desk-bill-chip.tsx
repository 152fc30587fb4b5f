import { useSortable } from '@dnd-kit/sortable'
import { GripVertical, X } from 'lucide-react'
import { cn } from '@/lib/cn'

type BillChipProps = { name: string; headliner: boolean; onRemove: () => void }

const BUTTON =
  'inline-flex size-11 shrink-0 items-center justify-center rounded-full text-soft hover:text-ink'

/** An artist on the bill: a handle that moves her, her name, and a way off it. */
export function BillChip({ name, headliner, onRemove }: BillChipProps) {
  const sortable = useSortable({ id: name, attributes: { roleDescription: 'movable' } })
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition } = sortable
  return (
    <li
      ref={setNodeRef}
      style={{
        transform: transform ? `translate3d(${transform.x}px, ${transform.y}px, 0)` : undefined,
        transition,
      }}
      className={cn(
        'inline-flex min-h-11 max-w-full items-center rounded-full bg-raised text-14 ring-1 ring-line ring-inset motion-reduce:transition-none!',
        headliner && 'font-semibold ring-accent',
        sortable.isDragging && 'z-10 shadow-float',
      )}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={`Move ${name}`}
        title="Drag to move"
        className={cn(BUTTON, 'cursor-grab touch-none')}
      >
        <GripVertical aria-hidden className="size-4" />
      </button>
      <span className="-ml-2 min-w-0 truncate">
        {name}
        {headliner && <span className="sr-only">, the headliner</span>}
      </span>
      <button type="button" aria-label={`Remove ${name}`} onClick={onRemove} className={BUTTON}>
        <X aria-hidden className="size-4" />
      </button>
    </li>
  )
}
