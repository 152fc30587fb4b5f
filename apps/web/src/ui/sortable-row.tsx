import { useSortable } from '@dnd-kit/sortable'
import { GripVertical } from 'lucide-react'
import { type ReactNode, useCallback } from 'react'
import { cn } from '@/lib/cn'

type SortableRowProps = {
  id: string
  /** What is moved, for screen readers. */
  name: string
  disabled?: boolean
  /** Gets the element, too. */
  watch?: (element: Element | null) => (() => void) | undefined
  className?: string
  children: ReactNode
}

/** A line of a list with the handle that drags it. */
export function SortableRow({ id, name, disabled = false, watch, className, children }: SortableRowProps) {
  const sortable = useSortable({ id, disabled, attributes: { roleDescription: 'movable' } })
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition } = sortable
  const ref = useCallback(
    (element: HTMLElement | null) => {
      setNodeRef(element)
      const unwatch = watch?.(element)
      return () => {
        setNodeRef(null)
        unwatch?.()
      }
    },
    [setNodeRef, watch],
  )
  return (
    <li
      ref={ref}
      data-carried={sortable.isDragging || undefined}
      style={{ transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined, transition }}
      className={cn(className, 'motion-reduce:transition-none!', sortable.isDragging && 'opacity-0')}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={`Move ${name}`}
        title="Drag to move"
        className={cn(
          '-mr-3 -ml-2 inline-flex size-11 shrink-0 cursor-grab touch-none items-center justify-center rounded-control text-soft hover:text-ink',
          disabled && 'invisible',
        )}
      >
        <GripVertical aria-hidden className="size-5" />
      </button>
      {children}
    </li>
  )
}
