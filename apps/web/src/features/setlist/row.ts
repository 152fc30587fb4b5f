import type { Song } from './model'

/** What can be done with the lines of a setlist. The functions never change, so that a line draws itself anew only when it is another. */
export type LineDeeds = {
  move: (id: string, by: -1 | 1) => void
  edit: (song: Song) => void
  remove: (song: Song) => void
  /** Begins a set or an encore with the song. */
  begin: (song: Song, encore: boolean) => void
  /** Takes out the line of a set; its songs go with those above. */
  join: (id: string) => void
}

/** What a line can do, and where it stands. */
export type LineState = {
  deeds: LineDeeds
  /** Nothing can be above it. */
  top: boolean
  /** Nothing can be below it. */
  bottom: boolean
}
