/** Where those who are signed in begin. */
const START = '/dashboard'

// Only to resolve against; nothing is ever fetched from it.
const HERE = 'http://here.invalid'

const ENTRANCE =
  /^\/(login|register|verify-mfa|recovery-codes|forgot-password|reset-password|recovery-codes)(\/|$)/

/** True for signing in, registering and what belongs to them. */
export const isEntrance = (path: string): boolean => ENTRANCE.test(path)

/** True where nobody wants to be once signed in: the entrances and the home page of strangers. */
export const isForStrangers = (path: string): boolean => path === '/' || isEntrance(path)

/** The path that `next` asks to return to, if it is one of ours and not a page for strangers; else the start. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return START
  const url = URL.canParse(next, HERE) ? new URL(next, HERE) : undefined
  if (url?.origin !== HERE || url.pathname.startsWith('//') || isForStrangers(url.pathname)) return START
  return url.pathname + url.search + url.hash
}
