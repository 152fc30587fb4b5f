import { cn } from '@/lib/cn'
import { type Song, sayCount } from '../model'
import { FIRST, isSame, itemsOf, type Section } from '../sections'
import { SectionLabel } from './break-row'
import { SongRow } from './song-row'

export type SongListProps = {
  songs: Song[]
  headliner: string
  /** A set that has been opened and has no songs yet. */
  begun?: Section | undefined
}

/** A line of the list. */
export const LINE = 'flex min-w-0 items-center border-line border-b has-[h3]:border-transparent has-[h3]:pt-3'

/** The room that handle and menu take. */
export const ROOM = 'pr-12 pl-6'

/** The songs as a numbered column, with a line where another set or the encore begins. `roomy` leaves room for handles. */
export function SongList({ songs, headliner, begun, roomy = false }: SongListProps & { roomy?: boolean }) {
  if (songs.length === 0 && !begun) return null
  return (
    <>
      <FirstLabel {...{ songs, roomy }} />
      <ol aria-label="Setlist">
        {itemsOf(songs, begun).map((item) => (
          <li key={item.id} className={cn(LINE, roomy && ROOM)}>
            {item.kind === 'song' ? (
              <SongRow song={item.song} headliner={headliner} />
            ) : (
              <SectionLabel section={item.section} />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** Names the first set where there is a second. */
export function FirstLabel({ songs, roomy }: { songs: readonly Song[]; roomy: boolean }) {
  const first = songs[0]
  if (!first || !isSame(first, FIRST) || !songs.some((song) => !song.encore && song.set > 1)) return null
  return <SectionLabel section={FIRST} className={roomy ? 'mr-12 ml-6' : ''} />
}

/** "12 songs · 2 in the encore" */
export function SongCount({ songs }: { songs: readonly Song[] }) {
  return songs.length > 0 && <p className="pb-2 text-14 text-soft tabular-nums">{sayCount(songs)}</p>
}
