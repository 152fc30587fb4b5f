import { closestCenter, DndContext, DragOverlay } from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import type { Track } from '@sharemyshows/contract/music'
import type { WholePlaylist } from '@sharemyshows/contract/playlists'
import { type ReactNode, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { SortableRow } from '@/ui/sortable-row'
import { useDragLines } from '@/ui/use-drag-lines'
import { moved, sayPlace } from '../model'
import { useArranging } from '../use-arranging'
import { TrackRow } from './track-row'

type SortableTracksProps = {
  playlist: WholePlaylist
  /** A button to play one, and its words. */
  play: (track: Track) => ReactNode
  words: (track: Track) => ReactNode
}

/** The tracks of a playlist in order: to be dragged by the handle, or moved by Alt with the arrows and by the menu. */
export function SortableTracks({ playlist, play, words }: SortableTracksProps) {
  const { items } = playlist
  const { list, said, step, remove, arrange } = useArranging(playlist)
  const { shown, carried, context } = useDragLines<Track>({
    lines: items,
    source: items,
    move: moved,
    say: (id, tracks) => sayPlace(tracks, id),
    drop: (tracks, from, to) => arrange(moved(tracks, from, to)),
  })
  const ids = useMemo(() => shown.map(({ id }) => id), [shown])
  const draw = { play, words }
  return (
    <DndContext {...context} collisionDetection={closestCenter}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol ref={list} aria-label="Tracks in order">
          {shown.map((track, at) => (
            <SortableRow
              key={track.id}
              id={track.id}
              name={track.name}
              className="flex min-w-0 items-center border-line border-b last:border-0"
            >
              <TrackRow
                track={track}
                number={at + 1}
                {...draw}
                move={{
                  up: at > 0 ? () => step(track, -1) : undefined,
                  down: at < shown.length - 1 ? () => step(track, 1) : undefined,
                }}
                onRemove={() => remove(track)}
              />
            </SortableRow>
          ))}
        </ol>
      </SortableContext>
      {createPortal(
        <DragOverlay>
          {carried && (
            <div className="flex h-full cursor-grabbing items-center rounded-control bg-raised pl-6 shadow-float">
              <TrackRow track={carried} number={shown.indexOf(carried) + 1} {...draw} />
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
