import { useLayoutEffect, useRef, useState } from 'react'
import { toast } from '@/ui/toast'
import type { useSetlistChanges } from '../api'
import { opensEncore, type Song, step } from '../model'
import { SongForm } from './song-form'
import { SongRow } from './song-row'

type SongListProps = {
  songs: Song[]
  headliner: string
  canEdit: boolean
  changes: ReturnType<typeof useSetlistChanges>
}

/** The songs as a numbered column, with a line where the encore begins. */
export function SongList({ songs, headliner, canEdit, changes }: SongListProps) {
  const [editing, setEditing] = useState<string>()
  const [said, setSaid] = useState('')
  const { list, keepFocusOn } = useFocusKept(songs)
  const move = (song: Song, by: -1 | 1) => {
    const moved = step(songs, song.id, by)
    if (!moved) return
    if (moved.crossed) changes.change(song.id, { encore: moved.crossed.encore })
    else changes.reorder(moved.songs)
    keepFocusOn(song.id)
    setSaid(sayPlace(song, moved.songs))
  }
  const remove = (song: Song) => {
    changes.remove(song.id)
    const { song_name, encore, notes, song_order } = song
    const artist_name = song.artist_name === headliner ? null : song.artist_name
    const undo = () => changes.add({ song_name, artist_name, notes, encore }, song_order)
    toast.done(`${song_name} is off the list`, { label: 'Undo', onClick: undo })
  }
  const close = (id: string) => {
    setEditing(undefined)
    keepFocusOn(id)
  }
  return (
    <>
      <ol ref={list} aria-label="Setlist">
        {songs.map((song, index) => (
          <li key={song.id}>
            {opensEncore(songs, index) && <EncoreLine />}
            {editing === song.id ? (
              <SongForm
                {...{ song, headliner }}
                save={(text) => changes.change(song.id, text)}
                close={() => close(song.id)}
              />
            ) : (
              <SongRow
                {...{ song, headliner, canEdit }}
                first={index === 0 && !song.encore}
                last={index === songs.length - 1 && song.encore}
                onMove={(by) => move(song, by)}
                onEdit={() => setEditing(song.id)}
                onRemove={() => remove(song)}
              />
            )}
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  )
}

function EncoreLine() {
  return (
    <p className="flex items-center gap-3 pt-5 pb-2 font-medium text-12 text-accent uppercase tracking-[0.08em]">
      Encore
      <span aria-hidden className="h-px flex-1 bg-current opacity-40" />
    </p>
  )
}

/** A moved row is taken out of the document and put back, and loses the focus with it: this gives it back. */
function useFocusKept(songs: readonly Song[]) {
  const list = useRef<HTMLOListElement>(null)
  const [wanted, keepFocusOn] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the rows have moved
  useLayoutEffect(() => {
    if (wanted === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-song="${wanted}"]`)?.focus()
    keepFocusOn(undefined)
  }, [songs, wanted])
  return { list, keepFocusOn }
}

function sayPlace({ id, song_name }: Song, songs: readonly Song[]): string {
  const at = songs.findIndex((song) => song.id === id)
  return `${song_name}, ${at + 1} of ${songs.length}${songs[at]?.encore ? ', in the encore' : ''}`
}
