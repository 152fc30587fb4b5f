import { closestCenter, DndContext, DragOverlay } from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { cn } from '@/lib/cn'
import type { SetlistChanges } from '../changes'
import type { Song } from '../model'
import type { LineState } from '../row'
import { type Item, itemsOf } from '../sections'
import { useArranging } from '../use-arranging'
import { useDragging } from '../use-dragging'
import { EditableLine, ReadLine } from './editable-line'
import { SongForm } from './song-form'
import { FirstLabel, ROOM, type SongListProps } from './song-list'

type SortableSongsProps = SongListProps & { changes: SetlistChanges; onBreakMoved: () => void }

/** Lists up to this long are all there at once; of longer ones, as many as any screen shows. */
const MANY = 60
const EARLY = 30

/** The setlist for those who may edit: every line can be dragged by its handle, with mouse, finger or keyboard. */
export default function SortableSongs({
  songs,
  headliner,
  begun,
  changes,
  onBreakMoved,
}: SortableSongsProps) {
  const [editing, setEditing] = useState<Song>()
  const arranging = useArranging({ songs, begun, headliner, changes, onEdit: setEditing, onBreakMoved })
  const { deeds, list, keepFocusOn, said } = arranging
  const items = useMemo(() => itemsOf(songs, begun), [songs, begun])
  const { shown, carried, context } = useDragging(items, songs, arranging.drop)
  const ids = useMemo(() => shown.map(({ id }) => id), [shown])
  const form = (song: Song) => (
    <li key={song.id}>
      <SongForm
        {...{ song, headliner }}
        save={(text) => changes.change(song, text)}
        close={() => {
          setEditing(undefined)
          keepFocusOn(song.id)
        }}
      />
    </li>
  )
  return (
    <DndContext {...context} collisionDetection={closestCenter}>
      <FirstLabel songs={songs} roomy />
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol ref={list} aria-label="Setlist">
          {shown.map((item, index) => {
            if (item.kind === 'song' && editing?.id === item.id) return form(item.song)
            return (
              <EditableLine
                key={item.id}
                early={shown.length <= MANY || index < EARLY}
                {...{ item, headliner, deeds }}
                {...endsOf(shown, index)}
              />
            )
          })}
        </ol>
      </SortableContext>
      {createPortal(
        <DragOverlay>
          {carried && (
            <div
              className={cn(
                'flex h-full cursor-grabbing items-center rounded-control bg-raised shadow-float',
                ROOM,
              )}
            >
              <ReadLine item={carried} headliner={headliner} />
            </div>
          )}
        </DragOverlay>,
        document.body,
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </DndContext>
  )
}

/** Whether a line can go no further. The last song before any encore still can: it begins one. */
function endsOf(items: readonly Item[], index: number): Pick<LineState, 'top' | 'bottom'> {
  const item = items[index]
  const bottom = index === items.length - 1 && (item?.kind === 'break' || item?.song.encore === true)
  return { top: index === 0, bottom }
}
