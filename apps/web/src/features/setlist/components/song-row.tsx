import { ArrowDown, ArrowUp } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { cn } from '@/lib/cn'
import { IconButton } from '@/ui/icon-button'
import { UNSENT } from '../model'
import type { SongRowProps } from '../row'
import { SongMenu } from './song-menu'

/** One song. For those who may edit, its name opens the editor and Alt with the arrows moves it. */
export function SongRow(props: SongRowProps) {
  const { song, canEdit, first, last, onMove, onEdit } = props
  const sent = !song.id.startsWith(UNSENT)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !(event.key === 'ArrowUp' || event.key === 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <div className={cn('group flex min-h-12 items-center gap-2 border-line border-b', !sent && 'opacity-60')}>
      <span aria-hidden className="w-8 shrink-0 text-right text-14 text-soft tabular-nums">
        {song.song_order}
      </span>
      {canEdit && sent ? (
        <>
          <button
            type="button"
            data-song={song.id}
            onClick={onEdit}
            onKeyDown={onKeyDown}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            title="Edit · Alt+↑ or Alt+↓ moves it"
            className="min-h-12 min-w-0 flex-1 rounded-control px-2 py-1.5 text-left hover:bg-ink/4"
          >
            <SongName {...props} />
          </button>
          <div className="flex opacity-0 transition-opacity duration-feedback focus-within:opacity-100 group-hover:opacity-100 max-sm:hidden pointer-coarse:opacity-100">
            <IconButton
              label={`Move ${song.song_name} up`}
              icon={<ArrowUp />}
              disabled={first}
              onClick={() => onMove(-1)}
            />
            <IconButton
              label={`Move ${song.song_name} down`}
              icon={<ArrowDown />}
              disabled={last}
              onClick={() => onMove(1)}
            />
          </div>
          <SongMenu {...props} />
        </>
      ) : (
        <div className="min-w-0 flex-1 px-2 py-1.5">
          <SongName {...props} />
        </div>
      )}
    </div>
  )
}

function SongName({ song, headliner }: Pick<SongRowProps, 'song' | 'headliner'>) {
  const guest = song.artist_name && song.artist_name !== headliner ? song.artist_name : undefined
  const small = [guest, song.notes].filter(Boolean).join(' · ')
  return (
    <>
      <span className="wrap-anywhere block font-medium text-16">{song.song_name}</span>
      {small && <span className="wrap-anywhere block text-12 text-soft">{small}</span>}
    </>
  )
}
