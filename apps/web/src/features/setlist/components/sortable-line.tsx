import type { ReactNode } from 'react'
import { SortableRow } from '@/ui/sortable-row'
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
  return (
    <SortableRow
      id={item.id}
      name={item.kind === 'song' ? item.song.song_name : labelOf(item.section)}
      disabled={item.kind === 'song' && isUnsent(item.song)}
      watch={watch}
      className={LINE}
    >
      {children}
    </SortableRow>
  )
}
