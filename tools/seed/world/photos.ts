import type { Kind } from '../paint/shots.ts'
import type { Random } from '../random.ts'
import type { Artist, Lamps } from './artists.ts'
import type { Room, Venue } from './places.ts'
import { captions } from './words.ts'

/** A photograph to be taken: `after` in seconds from the start of the show; `lamps` as they were at that moment. */
export type Shot = {
  seed: string
  kind: Kind
  portrait: boolean
  lamps: Lamps
  after: number
  caption: string | null
  audience: 'private' | 'friends' | undefined
  /** Somebody who does not let her phone know where she is. */
  located: boolean
}

const sights: Record<Room, readonly Kind[]> = {
  club: ['club', 'club', 'close', 'close', 'microphone', 'hands'],
  theatre: ['wide', 'close', 'club', 'microphone', 'balcony', 'wide'],
  hall: ['wide', 'hands', 'wall', 'close', 'balcony', 'wide', 'hands'],
  park: ['wide', 'hands', 'balcony', 'wall', 'close'],
}
const upright = new Set<Kind>(['close', 'microphone', 'club', 'hands', 'confetti'])

/** Two to `most` photographs of one night, in the order they are taken. */
export function shotsOf(random: Random, artist: Artist, { room }: Venue, most: number): Shot[] {
  const count = Math.min(most, 2 + Math.floor(11 * random.between(0, 1) ** 2.4))
  const kinds = random.shuffled([...sights[room], ...sights[room], ...sights[room]]).slice(0, count)
  if (room !== 'club' && count > 3 && random.chance(0.5)) kinds[count - 1] = 'confetti'
  const times = kinds.map(() => random.whole(15 * 60, 110 * 60)).sort((a, b) => a - b)
  return kinds.map((kind, i) => ({
    seed: `${artist.name} ${random.whole(0, 1e9)}`,
    kind,
    portrait: upright.has(kind) && random.chance(0.4),
    lamps: lampsNow(random, artist.lamps),
    after: times[i]!,
    caption: random.chance(0.3) ? random.pick(captions) : null,
    audience: random.pick([...Array<undefined>(10).fill(undefined), 'friends', 'private'] as const),
    located: random.chance(0.85),
  }))
}

/** Her colours, most songs; some songs have another. */
function lampsNow(random: Random, [first, second]: Lamps): Lamps {
  const turn = random.around(0, 5)
  const other = random.pick([0, 0, 0, 0, 0, 0, 40, -45])
  const pair: Lamps = random.chance(0.2) ? [second, first] : [first + other, second]
  return [Math.round(pair[0] + turn + 360) % 360, Math.round(pair[1] + turn + 360) % 360]
}
