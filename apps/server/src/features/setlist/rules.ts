/** Songs one setlist may hold. */
export const MOST_SONGS = 1000

/** Which set of the main part, or which encore. */
export type Section = { encore: boolean; set: number }
/** A song's place in a setlist. */
export type Placed = Section & { id: string }

/** The songs with others put in at `position` (from 1; beyond the end is the end), wherever those were before. */
export function placed<Song extends { id: string }>(
  songs: readonly Song[],
  moving: readonly Song[],
  position: number,
): Song[] {
  const ids = new Set(moving.map(({ id }) => id))
  const others = songs.filter(({ id }) => !ids.has(id))
  return [...others.slice(0, position - 1), ...moving, ...others.slice(position - 1)]
}

/** True when both name the same songs, each once. */
export function isPermutation(order: readonly string[], of: readonly string[]): boolean {
  const named = new Set(order)
  return order.length === of.length && named.size === of.length && of.every((id) => named.has(id))
}

/** The set of those who know only main set and encore: that of the nearest song of the same part, the one before first. */
export function setBeside(songs: readonly Section[], position: number, encore: boolean): number {
  const samePart = (song: Section) => song.encore === encore
  const before = songs.slice(0, position - 1).findLast(samePart)
  return (before ?? songs.slice(position - 1).find(samePart))?.set ?? 1
}

/** Who played a song, when it was not the headliner; null when it was. */
export const otherThan = (headliner: string, artist: string | null): string | null =>
  artist?.toLocaleLowerCase('en') === headliner.toLocaleLowerCase('en') ? null : artist
