/** Where those who are signed in begin. */
const START = '/dashboard'

// Only to resolve against; nothing is ever fetched from it.
const HERE = 'http://here.invalid'

/** The path that `next` asks to return to, if it is one of ours and not a page for strangers; else the start. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return START
  const url = URL.canParse(next, HERE) ? new URL(next, HERE) : undefined
  if (url?.origin !== HERE || /^\/($|login\b|register\b|\/)/.test(url.pathname)) return START
  return url.pathname + url.search + url.hash
}
