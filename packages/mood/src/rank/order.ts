type Placed = { track: { artist: string | null; plays: number } }

/** A number from 0 to 1 for each id, the same for the same seed (the mixing of MurmurHash3's end, over the id's characters). */
export function shuffleOf(seed: number): (id: string) => number {
  return (id) => {
    let hash = seed | 0
    for (let i = 0; i < id.length; i++) {
      hash = Math.imul(hash ^ id.charCodeAt(i), 0x5bd1e995)
      hash ^= hash >>> 15
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
  }
}

const keyOf = ({ track }: Placed) => track.artist?.trim().toLowerCase() || null

/** Takes the first of a queue that is not by this artist. */
function takeOther<T extends Placed>(queue: T[], artist: string | null): T | undefined {
  const at = queue.findIndex((each) => artist === null || keyOf(each) !== artist)
  return at === -1 ? undefined : queue.splice(at, 1)[0]
}

/**
 * Appends tracks to a list, the best first, until it has `limit`: a `share` of what is appended was never played as long as
 * there are both, and none is by the artist before it while there is another.
 */
export function artistsApart<T extends Placed>(
  list: T[],
  best: readonly T[],
  { share, limit }: { share: number; limit: number },
): void {
  const fresh = best.filter(({ track }) => track.plays === 0)
  const known = best.filter(({ track }) => track.plays > 0)
  for (let taken = 0, news = 0; list.length < limit && fresh.length + known.length > 0; taken++) {
    const last = list.at(-1)
    const before = last === undefined ? null : keyOf(last)
    const queues = news < Math.round(share * (taken + 1)) ? [fresh, known] : [known, fresh]
    const next =
      takeOther(queues[0] ?? [], before) ??
      takeOther(queues[1] ?? [], before) ??
      queues[0]?.shift() ??
      queues[1]?.shift()
    if (next === undefined) return
    if (next.track.plays === 0) news++
    list.push(next)
  }
}
