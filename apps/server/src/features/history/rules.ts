import type { RevisedChange, RevisedSong, RevisedValue } from '@sharemyshows/contract/history'

/** Songs that one side of a revision tells of at most; with so many there may have been more. */
const MOST_SONGS = 200

const same = (one: RevisedValue | undefined, other: RevisedValue | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Fields that say something else after than before. */
export function differences<Field extends RevisedChange['field']>(
  before: { readonly [F in Field]: RevisedValue },
  after: { readonly [F in Field]: RevisedValue },
): RevisedChange[] {
  return (Object.keys(before) as Field[])
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

/** True when every field still says what the changes made it say. */
export const stillStands = (
  changes: readonly RevisedChange[],
  now: { readonly [Field in RevisedChange['field']]?: RevisedValue },
): boolean => changes.every(({ field, after }) => field in now && same(now[field], after))

/** A song as a setlist has it. */
export type Song = Omit<RevisedSong, 'song_order'>

const saysOf = ({ song_name, artist_name, encore, set, cover_of, guest, tape, notes }: Song): string =>
  JSON.stringify([song_name, artist_name, encore, set, cover_of, guest, tape, notes])
const isSame = (one: Song | undefined, other: Song | undefined): boolean =>
  one !== undefined && other !== undefined && saysOf(one) === saysOf(other)

/** True when both lists say the same, song by song. */
export const areSame = (some: readonly Song[], others: readonly Song[]): boolean =>
  some.length === others.length && some.every((song, index) => isSame(song, others[index]))

/** The stretch of a setlist that changed: what comes before and after it alike is left out. Nothing when all is alike. */
export function setlistDifference(before: readonly Song[], after: readonly Song[]): RevisedChange[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && isSame(before[head], after[head])) head++
  let tail = 0
  while (tail < shorter - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail++
  const stretch = (songs: readonly Song[]): RevisedSong[] =>
    songs
      .slice(head, songs.length - tail)
      .slice(0, MOST_SONGS)
      .map((song, index) => ({ ...song, song_order: head + index + 1 }))
  const change = { field: 'setlist' as const, before: stretch(before), after: stretch(after) }
  return change.before.length + change.after.length === 0 ? [] : [change]
}

/** The stretch of a setlist that a revision changed; undefined where it may not be told in full. */
export function stretchOf(changes: readonly RevisedChange[]): Stretch | undefined {
  const [change] = changes.filter(({ field }) => field === 'setlist')
  const { before, after } = change ?? {}
  if (!isSongs(before) || !isSongs(after) || Math.max(before.length, after.length) >= MOST_SONGS)
    return undefined
  return { head: ((before[0] ?? after[0])?.song_order ?? 1) - 1, before, after }
}

/** From the index `head` on it said `after`, where it had said `before`. */
export type Stretch = { head: number; before: RevisedSong[]; after: RevisedSong[] }

const isSongs = (value: RevisedValue | undefined): value is RevisedSong[] =>
  Array.isArray(value) && value.every((song) => typeof song === 'object')
