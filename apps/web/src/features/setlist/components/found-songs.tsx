import { memo, useCallback, useRef } from 'react'
import { cn } from '@/lib/cn'
import { controlStyles } from '@/ui/field'
import { chosenOf, type DraftSong } from '../found'
import { asides, sayCount } from '../model'
import { labelOf, opensAt } from '../sections'

type FoundSongsProps = {
  songs: readonly DraftSong[]
  headliner: string
  onChange: (songs: DraftSong[]) => void
}

/** The songs to go through: each can be left out, and its name put right. */
export function FoundSongs({ songs, headliner, onChange }: FoundSongsProps) {
  const now = useRef({ songs, onChange })
  now.current = { songs, onChange }
  const change = useCallback((at: number, more: Partial<DraftSong>) => {
    const { songs: current, onChange: say } = now.current
    say(current.map((song, index) => (index === at ? { ...song, ...more } : song)))
  }, [])
  if (songs.length === 0) return null
  return (
    <div>
      <p role="status" className="font-medium text-14">
        Chosen: {sayCount(chosenOf(songs))}
      </p>
      <ul className="mt-1">
        {songs.map((song, index) => (
          <FoundSong
            // biome-ignore lint/suspicious/noArrayIndexKey: a song is its place in the list
            key={index}
            label={opensAt(songs, index) ? labelOf(song) : undefined}
            {...{ song, headliner, index, change }}
          />
        ))}
      </ul>
    </div>
  )
}

type FoundSongProps = {
  song: DraftSong
  headliner: string
  index: number
  /** The set that begins with it. */
  label: string | undefined
  change: (at: number, more: Partial<DraftSong>) => void
}

const FoundSong = memo(function FoundSong({ song, headliner, index, label, change }: FoundSongProps) {
  const small = asides(song, headliner).join(' · ')
  return (
    <li>
      {label && (
        <h3 className="pt-3 pb-1 font-medium font-text text-12 text-accent uppercase tracking-[0.08em]">
          {label}
        </h3>
      )}
      <div className="flex items-start gap-1">
        <label className="flex size-11 shrink-0 cursor-pointer items-center justify-center">
          <input
            type="checkbox"
            aria-label={`Take song ${index + 1}, ${song.song_name}`}
            checked={song.chosen}
            onChange={(event) => change(index, { chosen: event.target.checked })}
            className="size-5 accent-(--accent-fill)"
          />
        </label>
        <div className="min-w-0 flex-1 pb-1">
          <textarea
            rows={1}
            aria-label={`Name of song ${index + 1}`}
            value={song.song_name}
            maxLength={300}
            autoComplete="off"
            // as many lines as a long name takes, and still one name
            onChange={(event) => change(index, { song_name: event.target.value.replace(/[\r\n]+/g, ' ') })}
            className={cn(
              controlStyles,
              'field-sizing-content block resize-none border-transparent bg-transparent px-2 py-2.5 leading-6',
              !song.chosen && 'text-soft line-through',
            )}
          />
          {small && <p className="wrap-anywhere px-2 text-12 text-soft">{small}</p>}
        </div>
      </div>
    </li>
  )
})
