import type { KeyboardEvent, ReactNode } from 'react'
import { memo } from 'react'
import { cn } from '@/lib/cn'
import { asides, isUnsent, type Song } from '../model'
import type { LineDeeds } from '../row'
import { SongMenu } from './song-menu'

type SongRowProps = {
  song: Song
  headliner: string
  /** Absent for those who only read. */
  deeds?: LineDeeds | undefined
}

/** One song. For those who may edit, its name opens the editor and Alt with the arrows moves it. */
export const SongRow = memo(function SongRow({ song, headliner, deeds }: SongRowProps) {
  const words = <SongWords {...{ song, headliner }} />
  if (!deeds || isUnsent(song)) {
    return (
      <RowFrame song={song} dimmed={deeds !== undefined}>
        <div className="min-w-0 flex-1 px-2 py-1.5">{words}</div>
      </RowFrame>
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !(event.key === 'ArrowUp' || event.key === 'ArrowDown')) return
    event.preventDefault()
    deeds.move({ kind: 'song', id: song.id, song }, event.key === 'ArrowUp' ? -1 : 1)
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
        {words}
      </button>
      <SongMenu {...{ song, deeds }} />
    </RowFrame>
  )
})

function RowFrame({ song, dimmed, children }: { song: Song; dimmed?: boolean; children: ReactNode }) {
  return (
    <div className={cn('flex min-h-12 min-w-0 flex-1 items-center gap-1', dimmed && 'opacity-60')}>
      <span aria-hidden className="w-8 shrink-0 text-right text-14 text-soft tabular-nums">
        {song.song_order}
      </span>
      {children}
    </div>
  )
}

/** The title with the small line below it. */
export function SongWords({ song, headliner }: { song: Song; headliner: string }) {
  const small = asides(song, headliner).join(' · ')
  return (
    <>
      <span className="wrap-anywhere block font-medium text-16">{song.song_name}</span>
      {small && <span className="wrap-anywhere block text-14 text-soft">{small}</span>}
    </>
  )
}
