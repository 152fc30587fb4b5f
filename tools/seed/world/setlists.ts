import { createRandom, type Random } from '../random.ts'
import type { Artist } from './artists.ts'
import { repertoire } from './songs.ts'
import { songNotes } from './words.ts'

export type Song = { song_name: string; encore: boolean; notes?: string }

/** A night's songs: the favourites most nights, the biggest ones last. */
export function setlistOf(random: Random, artist: Artist): Song[] {
  const known = repertoire(createRandom(`songs of ${artist.name}`), artist.language)
  const [biggest = '', ...rest] = known
  const played = rest
    .map((name, i) => ({ name, rank: i + random.between(0, 14) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, random.whole(7, 15))
    .map(({ name }) => name)
  const encores = random.pick([0, 1, 2, 2, 2, 3])
  const main = random.shuffled(played.slice(encores))
  const songs = [...main, ...played.slice(0, Math.max(0, encores - 1)), biggest]
  return songs.map((song_name, i) => ({
    song_name,
    encore: i >= songs.length - encores,
    ...(random.chance(0.06) ? { notes: random.pick(songNotes) } : {}),
  }))
}
