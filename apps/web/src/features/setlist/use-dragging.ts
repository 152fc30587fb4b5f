import {
  type Announcements,
  type DndContextProps,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import { type RefObject, useRef, useState } from 'react'
import type { Song } from './model'
import { FIRST, type Item, isSame, itemsOf, labelOf, moved, songsOf, whereOf } from './sections'

/** A list is one column. */
export const onlyUpAndDown: Modifier[] = [({ transform }) => ({ ...transform, x: 0 })]

const INSTRUCTIONS =
  'To move a line, press Space or Enter. Move it with the arrow keys, put it down with Space or Enter, or press Escape to leave it where it was.'

/** A few pixels, so that a click on the handle is no drag. */
const DRAG_BEGINS_PX = 4

/**
 * Dragging of lines: which is carried, and what the list looks like between the drop and the change that `drop` makes
 * of it; `drop` gives the songs as they stand then.
 */
export function useDragging(
  items: Item[],
  songs: readonly Song[],
  drop: (items: Item[], from: number, to: number) => Song[],
) {
  const [carriedId, setCarriedId] = useState<UniqueIdentifier>()
  const [dropped, setDropped] = useState<{ instead: readonly Song[]; items: Item[] }>()
  const shown = dropped?.instead === songs ? dropped.items : items
  const moving = useRef(false)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_BEGINS_PX } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const indexOf = (id: UniqueIdentifier | undefined) => shown.findIndex((item) => item.id === id)
  const context: DndContextProps = {
    sensors,
    accessibility: {
      announcements: announcementsOf(shown, indexOf, moving),
      screenReaderInstructions: { draggable: INSTRUCTIONS },
    },
    onDragStart: ({ active }) => setCarriedId(active.id),
    onDragCancel: () => setCarriedId(undefined),
    onDragEnd: ({ active, over }) => {
      setCarriedId(undefined)
      const from = indexOf(active.id)
      const to = indexOf(over?.id)
      if (from === -1 || to === -1 || from === to) return
      setDropped({ instead: songs, items: itemsOf(drop(shown, from, to)) })
    },
  }
  return { shown, carried: shown[indexOf(carriedId)], context }
}

function announcementsOf(
  items: Item[],
  indexOf: (id: UniqueIdentifier | undefined) => number,
  moving: RefObject<boolean>,
): Announcements {
  const say = (before: string, id: UniqueIdentifier, over: UniqueIdentifier | undefined) => {
    const from = indexOf(id)
    const to = indexOf(over)
    const item = items[from]
    return item && `${before} ${sayPlace(item.id, moved(items, from, to === -1 ? from : to))}`
  }
  return {
    onDragStart: ({ active }) => {
      moving.current = false
      return say('Picked up', active.id, active.id)
    },
    // Told once of the place it was picked up from, which has been said.
    onDragOver: ({ active, over }) => {
      const begun = moving.current
      moving.current = true
      return begun ? say('Now', active.id, over?.id) : undefined
    },
    onDragEnd: ({ active, over }) => say('Put down', active.id, over?.id),
    onDragCancel: ({ active }) => say('Left where it was:', active.id, active.id),
  }
}

/** "Helpless, 4 of 12, in the encore" */
export function sayPlace(id: string, items: readonly Item[]): string {
  const songs = songsOf(items)
  const at = items.findIndex((item) => item.id === id)
  const item = items[at]
  if (item?.kind === 'break') {
    const above = items.slice(0, at).filter(({ kind }) => kind === 'song').length
    return `${labelOf(item.section)}, below song ${above} of ${songs.length}`
  }
  const song = songs.find((one) => one.id === id)
  if (!song) return ''
  const where = isSame(song, FIRST) ? '' : `, ${whereOf(song)}`
  return `${song.song_name}, ${song.song_order} of ${songs.length}${where}`
}
