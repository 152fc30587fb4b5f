import type { RevisedChange, RevisedSong, RevisedValue } from '@sharemyshows/contract/history'

/** Songs that one side of a revision tells of at most. */
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

/** The stretch of a setlist that changed: what comes before and after it alike is left out. Nothing when all is alike. */
export function setlistDifference(before: readonly string[], after: readonly string[]): RevisedChange[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const stretch = (songs: readonly string[]): RevisedSong[] =>
    songs
      .slice(head, songs.length - tail)
      .slice(0, MOST_SONGS)
      .map((song_name, index) => ({ song_order: head + index + 1, song_name }))
  const change = { field: 'setlist' as const, before: stretch(before), after: stretch(after) }
  return change.before.length + change.after.length === 0 ? [] : [change]
}
