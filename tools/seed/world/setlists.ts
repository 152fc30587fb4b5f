import { createRandom, type Random } from '../random.ts'
import { type Artist, artists } from './artists.ts'
import { repertoire } from './songs.ts'
import { songNotes } from './words.ts'

export type Song = {
  song_name: string
  encore: boolean
  set: number
  cover_of?: string
  guest?: string
  tape?: boolean
  notes?: string
}

/** A night's songs: the favourites most nights, the biggest ones last. */
export function setlistOf(random: Random, artist: Artist): Song[] {
  const [biggest = '', ...rest] = knownOf(artist)
  const played = rest
    .map((name, i) => ({ name, rank: i + random.between(0, 14) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, random.whole(7, 15))
    .map(({ name }) => name)
  const encores = random.pick([0, 1, 2, 2, 2, 3])
  const main = random.shuffled(played.slice(encores))
  const names = [...main, ...played.slice(0, Math.max(0, encores - 1)), biggest]
  const songs = names.map((song_name, i) => ({
    song_name,
    encore: i >= names.length - encores,
    set: 1,
    ...(random.chance(0.06) ? { notes: random.pick(songNotes) } : {}),
  }))
  return dressed(random.fork('dressed'), artist, songs)
}

/** The same songs in sets and encores, here and there with somebody else's song, a guest or a tape. */
function dressed(random: Random, artist: Artist, songs: readonly Song[]): Song[] {
  const others = artists.filter(({ genre, name }) => genre === artist.genre && name !== artist.name)
  const main = songs.filter(({ encore }) => !encore).length
  const secondSet =
    main >= 8 && random.chance(artist.genre === 'jazz' ? 0.8 : 0.15) ? Math.ceil(main / 2) : main
  const secondEncore = songs.length - main === 3 && random.chance(0.6) ? songs.length - 1 : songs.length
  const cover = random.chance(0.45) ? random.whole(1, main - 1) : -1
  const guest = random.chance(0.35) ? random.whole(2, songs.length - 1) : -1
  const list = songs.map((song, i): Song => {
    const set = (i >= secondSet && i < main) || i >= secondEncore ? 2 : 1
    const theirs = i === cover ? random.pick(others) : undefined
    return {
      ...song,
      set,
      ...(theirs && { song_name: knownOf(theirs)[0] ?? song.song_name, cover_of: theirs.name }),
      ...(i === guest && { guest: random.pick(others).name }),
    }
  })
  const opening = { song_name: 'Walk-on music', encore: false, set: 1, tape: true }
  return random.chance(0.25) ? [opening, ...list] : list
}

const knownOf = ({ name, language }: Artist) => repertoire(createRandom(`songs of ${name}`), language)
