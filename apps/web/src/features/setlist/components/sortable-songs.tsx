import { closestCenter, DndContext, DragOverlay } from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useMemo, useState } from 'react'
import type { SetlistChanges } from '../changes'
import type { Song } from '../model'
import { itemsOf } from '../sections'
import { useArranging } from '../use-arranging'
import { onlyUpAndDown, useDragging } from '../use-dragging'
import { BreakRow } from './break-row'
import { SongForm } from './song-form'
import { FirstLabel, type SongListProps } from './song-list'
import { SongRow } from './song-row'
import { SortableLine } from './sortable-line'

type SortableSongsProps = SongListProps & { changes: SetlistChanges; onBreakMoved: () => void }

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
  const close = (id: string) => {
    setEditing(undefined)
    keepFocusOn(id)
  }
  return (
    <DndContext {...context} collisionDetection={closestCenter} modifiers={onlyUpAndDown}>
      <FirstLabel songs={songs} />
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol ref={list} aria-label="Setlist">
          {shown.map((item) =>
            item.kind === 'break' ? (
              <SortableLine key={item.id} item={item}>
                <BreakRow {...{ item, deeds }} />
              </SortableLine>
            ) : editing?.id === item.id ? (
              <li key={item.id}>
                <SongForm
                  {...{ song: item.song, headliner }}
                  save={(text) => changes.change(item.song, text)}
                  close={() => close(item.id)}
                />
              </li>
            ) : (
              <SortableLine key={item.id} item={item}>
                <SongRow {...{ song: item.song, headliner, deeds }} />
              </SortableLine>
            ),
          )}
        </ol>
      </SortableContext>
      <DragOverlay>
        {carried && (
          <div className="flex cursor-grabbing items-center rounded-control bg-raised pl-8 shadow-float">
            {carried.kind === 'song' ? (
              <SongRow song={carried.song} headliner={headliner} />
            ) : (
              <BreakRow item={carried} />
            )}
          </div>
        )}
      </DragOverlay>
      <p role="status" className="sr-only">
        {said}
      </p>
    </DndContext>
  )
}
