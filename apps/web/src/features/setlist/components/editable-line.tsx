import { memo } from 'react'
import { cn } from '@/lib/cn'
import type { LineState } from '../row'
import type { Item } from '../sections'
import { useNear } from '../use-near'
import { EditedBreak, SectionLabel } from './break-row'
import { LINE, ROOM } from './song-list'
import { EditedSong, SongRow } from './song-row'
import { SortableLine } from './sortable-line'

type EditableLineProps = LineState & {
  item: Item
  headliner: string
  /** It is among the first, which are on the screen at once. */
  early: boolean
}

/** A line that can be dragged and changed, once it is near the screen. */
export const EditableLine = memo(function EditableLine(props: EditableLineProps) {
  const { item, headliner, early, ...state } = props
  const { near, ref } = useNear(early)
  if (!near) {
    return (
      <li ref={ref} className={cn(LINE, ROOM)}>
        <ReadLine {...{ item, headliner }} />
      </li>
    )
  }
  return (
    <SortableLine item={item} watch={ref}>
      {item.kind === 'song' ? (
        <EditedSong song={item.song} opens={item.opens} headliner={headliner} {...state} />
      ) : (
        <EditedBreak id={item.id} section={item.section} {...state} />
      )}
    </SortableLine>
  )
})

/** A line to read. */
export function ReadLine({ item, headliner }: { item: Item; headliner: string }) {
  return item.kind === 'song' ? (
    <SongRow song={item.song} headliner={headliner} />
  ) : (
    <SectionLabel section={item.section} />
  )
}
