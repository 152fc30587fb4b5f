import type { Song } from './model'

/** A row of the setlist: its song, and what can be done with it. */
export type SongRowProps = {
  song: Song
  headliner: string
  canEdit: boolean
  /** It cannot go further up, or down. */
  first: boolean
  last: boolean
  onMove: (by: -1 | 1) => void
  onEdit: () => void
  onRemove: () => void
}
