import { useDragLines } from '@/ui/use-drag-lines'
import type { Song } from './model'
import { FIRST, type Item, isSame, itemsOf, labelOf, moved, songsOf, whereOf } from './sections'

/** Dragging of a setlist's lines; `drop` gives the songs as they stand then. */
export const useDragging = (
  items: Item[],
  songs: readonly Song[],
  drop: (items: Item[], from: number, to: number) => Song[],
) =>
  useDragLines<Item>({
    lines: items,
    source: songs,
    move: moved,
    say: sayPlace,
    drop: (shown, from, to) => itemsOf(drop(shown, from, to)),
  })

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
