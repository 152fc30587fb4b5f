/** Songs one setlist may hold. */
export const MOST_SONGS = 1000

/** The order with `id` at `position` (from 1; beyond the end is the end), wherever it was before. */
export function placed(order: readonly string[], id: string, position: number): string[] {
  const others = order.filter((other) => other !== id)
  return [...others.slice(0, position - 1), id, ...others.slice(position - 1)]
}

/** True when both name the same songs, each once. */
export function isPermutation(order: readonly string[], of: readonly string[]): boolean {
  const named = new Set(order)
  return order.length === of.length && named.size === of.length && of.every((id) => named.has(id))
}

/** Who played a song, when it was not the headliner; null when it was. */
export const guest = (artist: string | null, headliner: string): string | null =>
  artist?.toLocaleLowerCase('en') === headliner.toLocaleLowerCase('en') ? null : artist
