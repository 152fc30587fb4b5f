import { useMemo, useRef, useState } from 'react'
import { toast } from '@/ui/toast'
import { useFocusKept } from '@/ui/use-focus-kept'
import type { SetlistChanges } from './changes'
import { putBack, rewritten, type Song } from './model'
import type { LineDeeds } from './row'
import { begunAt, type Item, itemsOf, joined, labelOf, moved, type Section, songsOf, step } from './sections'
import { sayPlace } from './use-dragging'

type Arranged = {
  songs: Song[]
  begun: Section | undefined
  headliner: string
  changes: SetlistChanges
  onEdit: (song: Song) => void
  /** The line of the set without songs was moved, and is a set now or gone. */
  onBreakMoved: () => void
}

/** What can be done with the lines, with undo where it is easily done by mistake. */
export function useArranging(arranged: Arranged) {
  const latest = useRef(arranged)
  latest.current = arranged
  const [said, setSaid] = useState('')
  const { list, keepFocusOn } = useFocusKept(arranged.songs)

  const arrange = (next: Song[] | undefined, undo?: string) => {
    if (!next) return
    const { songs: before, changes } = latest.current
    changes.arrange(next)
    if (undo === undefined) return
    const onClick = () => changes.arrange(putBack(latest.current.songs, before))
    toast.done(undo, { label: 'Undo', onClick })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: they read the latest and never change themselves
  const deeds = useMemo<LineDeeds>(
    () => ({
      move: (id, by) => {
        const { songs, begun, onBreakMoved } = latest.current
        const next = step(songs, id, by, begun)
        if (!next) return
        arrange(next)
        keepFocusOn(id)
        setSaid(sayPlace(id, itemsOf(next)))
        if (!songs.some((song) => song.id === id)) onBreakMoved()
      },
      edit: (song) => latest.current.onEdit(song),
      remove: (song) => {
        const { changes, headliner } = latest.current
        changes.remove(song)
        const onClick = () => changes.add(rewritten(song, headliner), song.song_order)
        toast.done(`${song.song_name} is off the list`, { label: 'Undo', onClick })
      },
      begin: (song, encore) => {
        arrange(
          begunAt(latest.current.songs, song.id, encore),
          encore ? 'The encore begins here' : 'A set begins here',
        )
        keepFocusOn(song.id)
      },
      join: (id) => {
        const { songs, begun, onBreakMoved } = latest.current
        arrange(joined(itemsOf(songs, begun), id), 'The line is out')
        onBreakMoved()
      },
    }),
    [],
  )

  /** Gives the list after a drop, which is sent at once. */
  const drop = (items: Item[], from: number, to: number): Song[] => {
    const item = items[from]
    const next = songsOf(moved(items, from, to))
    arrange(next, item?.kind === 'break' ? `Moved ${labelOf(item.section)}` : `Moved ${item?.song.song_name}`)
    if (item?.kind === 'break') latest.current.onBreakMoved()
    return next
  }

  return { deeds, drop, list, keepFocusOn, said }
}
