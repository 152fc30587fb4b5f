/** How a connection that was begun ended; the page that is led to says it in words. */
export type Ending = 'connected' | 'refused' | 'expired' | 'taken' | 'failed'

export const PAGE = '/settings/connections'

/** A connection that was begun is finished within this time. */
export const REQUEST_SECONDS = 600
/** A token is renewed so long before it ends, so that it does not end on its way. */
export const EARLY_MS = 60_000
/** Spotify ends what was agreed to after six months. */
const MONTHS = 6

const ANYWHERE = 'http://a.invalid'

/** A path of this site, as it is led to; null for what would lead elsewhere. */
export function pathOfOurs(text: string): string | null {
  // browsers take \ for /, and drop tabs and line ends
  if (!text.startsWith('/') || /[\\\p{C}]/u.test(text) || !URL.canParse(text, ANYWHERE)) return null
  const { origin, pathname, search, hash } = new URL(text, ANYWHERE)
  return origin === ANYWHERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null
}

/** Where to lead on to, with what is to be said there. */
export function leadingTo(path: string, words: Record<string, string>): string {
  const url = new URL(path, ANYWHERE)
  for (const [name, value] of Object.entries(words)) url.searchParams.set(name, value)
  return `${url.pathname}${url.search}${url.hash}`
}

/** When its person is asked again whether she agrees. */
export function endOf(connectedAt: string): string {
  const end = new Date(connectedAt)
  end.setUTCMonth(end.getUTCMonth() + MONTHS)
  return end.toISOString()
}
