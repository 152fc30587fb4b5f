import type { ShowFilter } from '@sharemyshows/contract/shows'

/** What narrows a list of shows. */
export type Conditions = { artist?: string; venue?: string; city?: string; year?: number; q?: string }

/** The diary's address: what is listed, how it is drawn, what narrows it. Left out: mine, as a timeline. */
export type DiarySearch = Conditions & { scope?: 'all'; view?: 'posters' }

const TEXTS = ['artist', 'venue', 'city', 'q'] as const
const LONGEST = 200

/** The diary's search as the address says it; what makes no sense there is left out. */
export function readDiarySearch(raw: Record<string, unknown>): DiarySearch {
  const search: DiarySearch = {}
  // A name of digits alone ("1975") comes out of the address as a number.
  for (const name of TEXTS) {
    const text = raw[name] === undefined ? '' : String(raw[name]).trim()
    if (text !== '') search[name] = text.slice(0, LONGEST)
  }
  const year = Number(raw.year)
  if (Number.isInteger(year) && year >= 1900 && year <= 2200) search.year = year
  if (raw.scope === 'all') search.scope = 'all'
  if (raw.view === 'posters') search.view = 'posters'
  return search
}

/** The conditions alone, without those that are not there. */
export function conditionsOf({ artist, venue, city, year, q }: DiarySearch): Conditions {
  const all = Object.entries({ artist, venue, city, year, q })
  return Object.fromEntries(all.filter(([, value]) => value !== undefined))
}

/** What the server is asked for. */
export function filterOf(search: DiarySearch): Partial<ShowFilter> {
  return { ...conditionsOf(search), scope: search.scope ?? 'mine' }
}

/** True when something narrows the list. */
export function isNarrowed(search: DiarySearch): boolean {
  return Object.keys(conditionsOf(search)).length > 0
}
