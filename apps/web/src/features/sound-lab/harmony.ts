import type { Tonic } from '@sharemyshows/contract/analysis'

export type Mode = 'major' | 'minor'
/** A key as it is chosen and compared. */
export type MusicalKey = { tonic: Tonic; mode: Mode }

/** The tonics of major keys round the circle of fifths, C on top, clockwise. */
export const FIFTHS = [
  'C',
  'G',
  'D',
  'A',
  'E',
  'B',
  'F#',
  'Db',
  'Ab',
  'Eb',
  'Bb',
  'F',
] as const satisfies readonly Tonic[]

const ROUND = FIFTHS.length
/** Steps on the circle from a minor key's tonic to its relative major. */
const TO_RELATIVE = 9

/** Where a key stands on the circle of fifths, 0 to 11 from C major clockwise; relatives share a place. */
export const placeOf = ({ tonic, mode }: MusicalKey): number =>
  (FIFTHS.indexOf(tonic) + (mode === 'minor' ? TO_RELATIVE : 0)) % ROUND

/** The key at a place of the circle, the minor ones being the relatives of the major ones. */
export const keyAt = (place: number, mode: Mode): MusicalKey => {
  const step = (place + (mode === 'minor' ? ROUND - TO_RELATIVE : 0) + ROUND) % ROUND
  return { tonic: FIFTHS[step] ?? 'C', mode }
}

/** The minor keys that musicians write with sharps, though their tonic alone is written with a flat. */
const SHARP_MINORS: Partial<Record<Tonic, string>> = { Db: 'C♯', Ab: 'G♯' }

/** "F♯", "B♭", and of minor keys "C♯" for Db. */
export const sayTonic = ({ tonic, mode }: MusicalKey): string =>
  (mode === 'minor' && SHARP_MINORS[tonic]) || tonic.replace('#', '♯').replace(/b$/, '♭')

/** "A minor", "B♭ major". */
export const sayKey = (key: MusicalKey): string => `${sayTonic(key)} ${key.mode}`

/** "8A": the place of a key on the Camelot wheel, by which DJs mix. */
export const camelotOf = (key: MusicalKey): string =>
  `${((placeOf(key) + 7) % ROUND) + 1}${key.mode === 'major' ? 'B' : 'A'}`

/** A tonic and mode as the API has them, together, or null where there is none. */
export const keyOf = ({ tonic, mode }: { tonic: Tonic | null; mode: Mode | null }): MusicalKey | null =>
  tonic === null || mode === null ? null : { tonic, mode }

export const isSameKey = (one: MusicalKey, other: MusicalKey): boolean =>
  one.tonic === other.tonic && one.mode === other.mode

/** Steps between two places of the circle, 0 to 6 whichever way is shorter. */
function stepsApart(one: MusicalKey, other: MusicalKey): number {
  const way = Math.abs(placeOf(one) - placeOf(other))
  return Math.min(way, ROUND - way)
}

/** How two keys go together, in words, and whether what is in them mixes well: the same, a fifth either way, the relative. */
export function relationOf(one: MusicalKey, other: MusicalKey): { words: string; mixes: boolean } {
  const steps = stepsApart(one, other)
  const alike = one.mode === other.mode
  if (steps === 0) return { words: alike ? 'the same key' : 'relative keys', mixes: true }
  if (alike && steps === 1) return { words: 'a fifth apart', mixes: true }
  if (one.tonic === other.tonic) return { words: 'parallel keys, the same tonic', mixes: false }
  const apart = steps === 1 ? 'one step' : `${steps} steps`
  return { words: `${apart} apart on the circle of fifths`, mixes: false }
}

/** The keys that mix well with one, without itself. */
export const mixableWith = (key: MusicalKey): MusicalKey[] => [
  keyAt(placeOf(key) - 1, key.mode),
  keyAt(placeOf(key) + 1, key.mode),
  keyAt(placeOf(key), key.mode === 'major' ? 'minor' : 'major'),
]
