import type { SetlistSong } from '@sharemyshows/contract/setlist'

export type Song = SetlistSong
export type Setlist = { items: Song[] }

/** A song as it is written down. */
export type NewSong = { song_name: string; encore: boolean }

/** Begins the id of a song that the server has not answered for. */
export const UNSENT = 'unsent-'

const LONGEST = 300
const NUMBERING = /^\s*(?:\d{1,3}\s*[.)\]:-]\s+|[-–—*•·]\s+)/
const ENCORE_LINE = /^\W*encores?\W*\d*\W*$/i

/**
 * The songs in a text of one or many lines: numbers and bullets fall away, and so do empty lines; a line that says
 * "Encore" begins the encore. `encore` says whether it has begun already.
 */
export function songsIn(text: string, encore: boolean): NewSong[] {
  let begun = encore
  const songs: NewSong[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const song_name = line.replace(NUMBERING, '').trim().slice(0, LONGEST)
    if (ENCORE_LINE.test(song_name)) begun = true
    else if (song_name !== '') songs.push({ song_name, encore: begun })
  }
  return songs
}

/** What a step up or down does: two songs change places, or one crosses the encore line; nothing at either end. */
export type Step = { songs: Song[]; crossed?: Song } | undefined

/** Moves the song one step, `by` -1 is up and 1 is down. */
export function step(songs: readonly Song[], id: string, by: -1 | 1): Step {
  const at = songs.findIndex((song) => song.id === id)
  const song = songs[at]
  const other = songs[at + by]
  if (!song) return undefined
  if (by === 1 ? !song.encore && (other?.encore ?? true) : song.encore && !other?.encore) {
    const crossed = { ...song, encore: !song.encore }
    return { songs: songs.with(at, crossed), crossed }
  }
  return other && { songs: numbered(songs.with(at, other).with(at + by, song)) }
}

/** Songs with the numbers of their places, from 1. */
export function numbered(songs: readonly Song[]): Song[] {
  return songs.map((song, index) =>
    song.song_order === index + 1 ? song : { ...song, song_order: index + 1 },
  )
}

/** True for the first song after the main set: the encore line goes above it. */
export function opensEncore(songs: readonly Song[], index: number): boolean {
  return (songs[index]?.encore ?? false) && !songs[index - 1]?.encore
}
