import { KINDS, type Kind } from './kinds'

/** What narrows shows besides words. */
export type Narrowing = {
  artist?: string
  venue?: string
  city?: string
  song?: string
  year?: number
  date?: string
}
/** The search's address: words, one kind alone, what narrows the shows. */
export type SearchAddress = Narrowing & { q?: string; kind?: Kind }

const TEXTS = ['q', 'artist', 'venue', 'city', 'song'] as const
const LONGEST = 200

/** The search as the address says it; what makes no sense there is left out. */
export function readSearchAddress(raw: Record<string, unknown>): SearchAddress {
  const address: SearchAddress = {}
  // A name of digits alone ("1975") comes out of the address as a number.
  for (const name of TEXTS) {
    const text = raw[name] === undefined ? '' : String(raw[name]).trim()
    if (text !== '') address[name] = text.slice(0, LONGEST)
  }
  const year = Number(raw.year)
  if (Number.isInteger(year) && year >= 1900 && year <= 2200) address.year = year
  if (/^\d{4}-\d{2}-\d{2}$/.test(String(raw.date))) address.date = String(raw.date)
  const kind = KINDS.find((one) => one === raw.kind)
  if (kind !== undefined) address.kind = kind
  // Only shows can be narrowed.
  if (Object.keys(narrowingOf(address)).length > 0) address.kind = 'shows'
  return address
}

/** What narrows the shows, without what does not. */
export function narrowingOf({ artist, venue, city, song, year, date }: SearchAddress): Narrowing {
  const all = Object.entries({ artist, venue, city, song, year, date })
  return Object.fromEntries(all.filter(([, value]) => value !== undefined))
}

/** True when there is something to look for. */
export const asksAnything = (address: SearchAddress): boolean =>
  address.q !== undefined || Object.keys(narrowingOf(address)).length > 0
