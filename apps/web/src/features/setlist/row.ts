import type { Song } from './model'
import type { Item } from './sections'

/** What can be done with the lines of a setlist. The functions never change, so that a line draws itself only anew when it is another. */
export type LineDeeds = {
  move: (item: Item, by: -1 | 1) => void
  edit: (song: Song) => void
  remove: (song: Song) => void
  begin: (song: Song, encore: boolean) => void
  join: (item: Item) => void
}
