/** Shorter ones begin at their beginning again; seconds. */
const LONG = 5 * 60
/** So close to either end nobody wants to come back; seconds. */
const EDGE = 20
const MOST = 50
const KEY = 'places-in-recordings'

/** Ids with the second somebody stopped at, the latest first. */
type Places = [id: string, seconds: number][]

/** Where somebody stopped in a long recording on this device, in seconds; 0 where nothing is remembered. */
export function placeOf(id: string): number {
  return read().find(([kept]) => kept === id)?.[1] ?? 0
}

/** Remembers where somebody is in a recording of this length, both in seconds; at either end it is forgotten. */
export function keepPlace(id: string, seconds: number, length: number): void {
  const others = read().filter(([kept]) => kept !== id)
  const between = length >= LONG && seconds > EDGE && seconds < length - EDGE
  write(between ? [[id, Math.floor(seconds)] as [string, number], ...others].slice(0, MOST) : others)
}

/** Forgets them all, for they are one person's. */
export const forgetPlaces = (): void => write([])

function read(): Places {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? (kept as Places) : []
  } catch {
    return []
  }
}

function write(places: Places): void {
  try {
    if (places.length > 0) localStorage.setItem(KEY, JSON.stringify(places))
    else localStorage.removeItem(KEY)
  } catch {
    // Without storage it begins at the beginning.
  }
}
