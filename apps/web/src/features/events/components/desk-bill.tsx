import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { arrayMove, rectSortingStrategy, SortableContext } from '@dnd-kit/sortable'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import type { CatalogFields } from '@/features/catalog/model'
import { Button } from '@/ui/button'
import { byOrder } from './bill-keys'
import { BillChip } from './desk-bill-chip'

type DeskBillProps = {
  artists: readonly string[]
  onChange: (artists: string[]) => void
  ArtistField: CatalogFields['ArtistField']
  error?: string | undefined
  ref?: (field: HTMLInputElement | null) => void
}

const INSTRUCTIONS =
  'To move an artist, press Space. Move with the arrow keys, put it down with Space, or press Escape to leave it where it was.'
/** A few pixels, so that a tap on a chip is no drag. */
const DRAG_BEGINS_PX = 4

/** Who plays, in billing order: names are typed or picked, then dragged to where they belong. */
export function DeskBill({ artists, onChange, ArtistField, error, ref }: DeskBillProps) {
  const [text, setText] = useState('')
  const said = useRef<UniqueIdentifier>(undefined)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_BEGINS_PX } }),
    useSensor(KeyboardSensor, { coordinateGetter: byOrder(artists) }),
  )
  const add = (typed: string) => {
    const name = typed.trim()
    const known = artists.some((other) => other.toLowerCase() === name.toLowerCase())
    if (name !== '' && !known) onChange([...artists, name])
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A highlighted suggestion has already taken the key.
    if (event.key !== 'Enter' || event.defaultPrevented || text.trim() === '') return
    event.preventDefault()
    add(text)
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const to = over ? artists.indexOf(String(over.id)) : -1
    if (to !== -1) onChange(arrayMove([...artists], artists.indexOf(String(active.id)), to))
  }
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the Enter that its input lets pass */}
      <div onKeyDown={onKeyDown} className="flex items-end gap-2">
        <ArtistField
          {...(ref && { ref })}
          label="Artists"
          optional
          hint="The headliner first. A quiz or a party needs none."
          value={text}
          onChange={setText}
          onPick={({ name }) => add(name)}
          onBlur={() => add(text)}
          error={error}
          className="min-w-0 flex-1"
        />
        <Button onClick={() => add(text)} disabled={text.trim() === ''} className="mb-5.5">
          Add
        </Button>
      </div>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
        accessibility={{
          announcements: announcementsOf(artists, said),
          screenReaderInstructions: { draggable: INSTRUCTIONS },
        }}
      >
        <SortableContext items={[...artists]} strategy={rectSortingStrategy}>
          <ol aria-label="On the bill" className="mt-2 flex flex-wrap gap-2 empty:hidden">
            {artists.map((name, index) => (
              <BillChip
                key={name}
                name={name}
                headliner={index === 0}
                onRemove={() => onChange(artists.filter((other) => other !== name))}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
    </div>
  )
}

/** "Now Spinvis, 2 of 3"; a place that was said is not said again. */
function announcementsOf(
  artists: readonly string[],
  said: RefObject<UniqueIdentifier | undefined>,
): Announcements {
  const say = (before: string, id: UniqueIdentifier, place: UniqueIdentifier) => {
    said.current = place
    return `${before} ${id}, ${artists.indexOf(String(place)) + 1} of ${artists.length}`
  }
  return {
    onDragStart: ({ active }) => say('Picked up', active.id, active.id),
    onDragOver: ({ active, over }) =>
      over && over.id !== said.current ? say('Now', active.id, over.id) : undefined,
    onDragEnd: ({ active, over }) => say('Put down', active.id, (over ?? active).id),
    onDragCancel: ({ active }) => `Left where it was: ${active.id}`,
  }
}
