import { useSortable } from '@dnd-kit/sortable'
import { GripVertical } from 'lucide-react'
import { type ReactNode, useCallback } from 'react'
import { cn } from '@/lib/cn'
import { isUnsent } from '../model'
import { type Item, labelOf } from '../sections'
import { LINE } from './song-list'

type SortableLineProps = {
  item: Item
  /** Gets the element, too. */
  watch: (element: Element | null) => (() => void) | undefined
  children: ReactNode
}

/** A line with the handle that drags it. */
export function SortableLine({ item, watch, children }: SortableLineProps) {
  const disabled = item.kind === 'song' && isUnsent(item.song)
  const sortable = useSortable({ id: item.id, disabled, attributes: { roleDescription: 'movable' } })
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition } = sortable
  const ref = useCallback(
    (element: HTMLElement | null) => {
      setNodeRef(element)
      const unwatch = watch(element)
      return () => {
        setNodeRef(null)
        unwatch?.()
      }
    },
    [setNodeRef, watch],
  )
  const name = item.kind === 'song' ? item.song.song_name : labelOf(item.section)
  return (
    <li
      ref={ref}
      data-carried={sortable.isDragging || undefined}
      style={{ transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined, transition }}
      className={cn(LINE, 'motion-reduce:transition-none!', sortable.isDragging && 'opacity-0')}
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
