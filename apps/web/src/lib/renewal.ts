import { problemIn, silence } from './problem'

/** An access token lives 30 minutes; from this age on it is exchanged before it is missed. */
const RENEW_AFTER_MS = 20 * 60_000
const CHECK_EVERY_MS = 60_000
const JUST_NOW_MS = 15_000
const MARK = 'signed-in-at'

type Listener = () => void

/** `left`: somebody signed out in this browser; `refused`: it was ended elsewhere or has run out. */
type End = 'left' | 'refused'
const ended = new Set<(how: End) => void>()
let underWay: Promise<boolean> | undefined

/** When this browser last got new tokens (ms since 1970), 0 when nobody is signed in. No secret: the tokens are HttpOnly cookies. */
export function signedInAt(): number {
  try {
    return Number(localStorage.getItem(MARK)) || 0
  } catch {
    return 0
  }
}

const tokensAreOld = (): boolean => signedInAt() > 0 && Date.now() - signedInAt() >= RENEW_AFTER_MS

/**
 * For what the browser fetches by itself, such as an image: true when another try may help, because the tokens were
 * old and have been renewed, just now or a moment ago for somebody else.
 */
export async function worthAnotherTry(): Promise<boolean> {
  if (Date.now() - signedInAt() < JUST_NOW_MS) return true
  return tokensAreOld() && renewSession().catch(() => false)
}

/** Remembers that tokens were just given. */
export function markSignedIn(): void {
  try {
    localStorage.setItem(MARK, String(Date.now()))
  } catch {
    // Without storage the session still works; only an expired one is not found again after a reload.
  }
}

/** The session is over: whoever keeps something of it lets go, in other tabs, too. */
export function sessionEnded(how: End = 'left'): void {
  try {
    localStorage.removeItem(MARK)
  } catch {
    // Nothing was kept, so nothing needs to go.
  }
  for (const listener of ended) listener(how)
}

/** Calls the listener when the session is over: signed out here or in another tab, or ended by the server. */
export function onSessionEnd(listener: (how: End) => void): void {
  ended.add(listener)
}

/** Follows other tabs: calls `onSignIn` when somebody signed in there; a sign-out there ends the session here. */
export function followOtherTabs(onSignIn: Listener): void {
  window.addEventListener('storage', ({ key, oldValue, newValue }) => {
    if (key !== MARK) return
    if (oldValue === null) onSignIn()
    if (newValue === null) sessionEnded()
  })
}

/**
 * Exchanges the refresh cookie for new ones; however many ask at once, one request is made. False when the server
 * refuses, which ends the session here; throws an ApiProblem when it could not be asked.
 */
export function renewSession(): Promise<boolean> {
  underWay ??= exchange().finally(() => {
    underWay = undefined
  })
  return underWay
}

async function exchange(): Promise<boolean> {
  const response = await ask()
    .catch(ask)
    .catch(() => Promise.reject(silence()))
  if (response.ok) {
    markSignedIn()
    return true
  }
  const problem = problemIn(
    response.status,
    await response.json().catch(() => null),
    response.headers.get('retry-after'),
  )
  if (problem.code !== 'refresh_refused') throw problem
  sessionEnded('refused')
  return false
}

// Asked a second time when the answer was lost: within the server's grace the same cookie is good twice.
const ask = () => fetch('/api/v1/auth/refresh', { method: 'POST' })

/** Renews the session before it is missed, while the page is looked at: images cannot ask again by themselves. */
export function keepSessionFresh(): void {
  const check = () => {
    if (document.hidden || !tokensAreOld()) return
    // A failure shows itself at the next real request.
    renewSession().catch(() => undefined)
  }
  setInterval(check, CHECK_EVERY_MS)
  document.addEventListener('visibilitychange', check)
}
