import type { SetlistChanges } from './changes'
import type { Song } from './model'

/** What the dialogs over a setlist are given. */
export type SetlistDialogProps = {
  showId: string
  headliner: string
  songs: Song[]
  changes: SetlistChanges
  close: () => void
}
