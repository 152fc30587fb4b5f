import type { KeyboardEvent, ReactNode } from 'react'
import { memo } from 'react'
import { asides, isUnsent, type Song } from '../model'
import type { LineState } from '../row'
import { SongMenu } from './song-menu'

type SongRowProps = { song: Song; headliner: string }
type EditedSongProps = SongRowProps &
  LineState & {
    /** It is the first of its set. */
    opens: boolean
  }

/** One song to read. */
export const SongRow = memo(function SongRow({ song, headliner }: SongRowProps) {
  return (
    <RowFrame song={song}>
      <div className="min-w-0 flex-1 px-2 py-1.5">
        <SongWords {...{ song, headliner }} />
      </div>
    </RowFrame>
  )
})

/** One song to edit: its name opens the editor and Alt with the arrows moves it. */
export const EditedSong = memo(function EditedSong(props: EditedSongProps) {
  const { song, headliner, deeds } = props
  if (isUnsent(song)) {
    return (
      <div className="flex min-w-0 flex-1 pr-12 opacity-60">
        <SongRow {...{ song, headliner }} />
      </div>
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !(event.key === 'ArrowUp' || event.key === 'ArrowDown')) return
    event.preventDefault()
    deeds.move(song.id, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <RowFrame song={song}>
      <button
        type="button"
        data-line={song.id}
        onClick={() => deeds.edit(song)}
        onKeyDown={onKeyDown}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title="Edit · Alt+↑ or Alt+↓ moves it"
        className="min-h-12 min-w-0 flex-1 rounded-control px-2 py-1.5 text-left hover:bg-ink/4"
      >
        <SongWords {...{ song, headliner }} />
      </button>
      <SongMenu {...props} />
    </RowFrame>
  )
})

function RowFrame({ song, children }: { song: Song; children: ReactNode }) {
  return (
    <div className="flex min-h-12 min-w-0 flex-1 items-center gap-1">
      <span aria-hidden className="w-8 shrink-0 text-right text-14 text-soft tabular-nums">
        {song.song_order}
      </span>
      {children}
    </div>
  )
}

/** The title with the small line below it. */
function SongWords({ song, headliner }: SongRowProps) {
  const small = asides(song, headliner).join(' · ')
  return (
    <>
      <span className="wrap-anywhere block font-medium text-16">{song.song_name}</span>
      {small && <span className="wrap-anywhere block text-14 text-soft">{small}</span>}
    </>
  )
}
