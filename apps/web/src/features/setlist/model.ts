import type { SetlistSong } from '@sharemyshows/contract/setlist'

export type Song = SetlistSong
export type Setlist = { items: Song[] }

/** What is said of one song. */
export type SongText = {
  song_name: string
  artist_name: string | null
  cover_of: string | null
  guest: string | null
  tape: boolean
  notes: string | null
}
/** A song as it is written down, in its set. */
export type NewSong = SongText & { encore: boolean; set: number }

/** Begins the id of a song that the server has not answered for. */
export const UNSENT = 'unsent-'
export const isUnsent = ({ id }: Song): boolean => id.startsWith(UNSENT)

/** True for a song that the list has, false for one that is only written. */
export const isSong = (song: Song | NewSong): song is Song => 'id' in song

/** Songs with the numbers of their places, from 1. */
export function numbered(songs: readonly Song[]): Song[] {
  return songs.map((song, index) =>
    song.song_order === index + 1 ? song : { ...song, song_order: index + 1 },
  )
}

/** A song as it would be written down again, with everything it has. */
export function rewritten(song: Song, headliner: string): NewSong {
  const { song_name, cover_of, guest, tape, notes, encore, set } = song
  return { song_name, artist_name: playedBy(song, headliner), cover_of, guest, tape, notes, encore, set }
}

/** Who played it, when it was not the headliner. */
export const playedBy = ({ artist_name }: Pick<Song, 'artist_name'>, headliner: string): string | null =>
  artist_name && artist_name !== headliner ? artist_name : null

/** The small line below a title: "Neil Young cover · with Phoebe Bridgers". */
export function asides(song: SongText, headliner: string): string[] {
  const by = playedBy({ artist_name: song.artist_name ?? '' }, headliner)
  return [
    song.cover_of && `${song.cover_of} cover`,
    by && `played by ${by}`,
    song.guest && `with ${song.guest}`,
    song.tape && 'from tape',
    song.notes,
  ].filter((part) => typeof part === 'string' && part !== '') as string[]
}

/** The songs in the order and sets they had, as far as they are still there; those that came since stay at the end. */
export function putBack(now: readonly Song[], before: readonly Song[]): Song[] {
  const current = new Map(now.map((song) => [song.id, song]))
  const back = before.flatMap(({ id, encore, set }) => {
    const song = current.get(id)
    current.delete(id)
    return song ? [{ ...song, encore, set }] : []
  })
  return numbered([...back, ...current.values()])
}

/** "12 songs · 2 in the encore" */
export function sayCount(songs: readonly { encore: boolean }[]): string {
  const encore = songs.filter((song) => song.encore).length
  const all = songs.length === 1 ? '1 song' : `${songs.length} songs`
  return encore === 0 ? all : `${all} · ${encore} in the encore`
}
