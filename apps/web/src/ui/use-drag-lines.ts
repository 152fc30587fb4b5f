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

/** A list is one column. */
const onlyUpAndDown: Modifier[] = [({ transform }) => ({ ...transform, x: 0 })]

const INSTRUCTIONS =
  'To move a line, press Space or Enter. Move it with the arrow keys, put it down with Space or Enter, or press Escape to leave it where it was.'

/** A few pixels, so that a click on the handle is no drag. */
const DRAG_BEGINS_PX = 4

type Dragged<Line> = {
  lines: Line[]
  /** What the lines were made of: what was dropped is shown as such until this is another. */
  source: unknown
  /** The lines with one of them elsewhere. */
  move: (lines: Line[], from: number, to: number) => Line[]
  /** A line and its place: "Helpless, 4 of 12". */
  say: (id: string, lines: Line[]) => string
  /** Makes the change; gives the lines as they stand then. */
  drop: (lines: Line[], from: number, to: number) => Line[]
}

/** Dragging of lines, with mouse, finger or keyboard: which is carried, and what the list looks like meanwhile. */
export function useDragLines<Line extends { id: string }>({ lines, source, move, say, drop }: Dragged<Line>) {
  const [carriedId, setCarriedId] = useState<UniqueIdentifier>()
  const [dropped, setDropped] = useState<{ instead: unknown; lines: Line[] }>()
  const shown = dropped && dropped.instead === source ? dropped.lines : lines
  const moving = useRef(false)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_BEGINS_PX } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const indexOf = (id: UniqueIdentifier | undefined) => shown.findIndex((line) => line.id === id)
  const announce = (before: string, id: UniqueIdentifier, over: UniqueIdentifier | undefined) => {
    const from = indexOf(id)
    const to = indexOf(over)
    const line = shown[from]
    return line && `${before} ${say(line.id, move(shown, from, to === -1 ? from : to))}`
  }
  const context: DndContextProps = {
    sensors,
    modifiers: onlyUpAndDown,
    accessibility: {
      announcements: announcementsOf(announce, moving),
      screenReaderInstructions: { draggable: INSTRUCTIONS },
    },
    onDragStart: ({ active }) => setCarriedId(active.id),
    onDragCancel: () => setCarriedId(undefined),
    onDragEnd: ({ active, over }) => {
      setCarriedId(undefined)
      const from = indexOf(active.id)
      const to = indexOf(over?.id)
      if (from === -1 || to === -1 || from === to) return
      setDropped({ instead: source, lines: drop(shown, from, to) })
    },
  }
  return { shown, carried: shown[indexOf(carriedId)], context }
}

type Announce = (
  before: string,
  id: UniqueIdentifier,
  over: UniqueIdentifier | undefined,
) => string | undefined

function announcementsOf(announce: Announce, moving: RefObject<boolean>): Announcements {
  return {
    onDragStart: ({ active }) => {
      moving.current = false
      return announce('Picked up', active.id, active.id)
    },
    // Told once of the place it was picked up from, which has been said.
    onDragOver: ({ active, over }) => {
      const begun = moving.current
      moving.current = true
      return begun ? announce('Now', active.id, over?.id) : undefined
    },
    onDragEnd: ({ active, over }) => announce('Put down', active.id, over?.id),
    onDragCancel: ({ active }) => announce('Left where it was:', active.id, active.id),
  }
}
