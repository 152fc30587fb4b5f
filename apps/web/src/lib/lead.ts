/** How long a lead that nobody renews is believed (ms): hidden tabs may sleep for a minute. */
const LEASE_MS = 90_000
const BEAT_MS = 5000

/**
 * Waits until this tab is the only one to lead under this name, then calls `lead`; until `signal` gives it up. Where the
 * browser has no locks (a page without https), a note in its storage must do: then two may lead for a moment, which the
 * server sorts out.
 */
export function takeLead(name: string, signal: AbortSignal, lead: () => void): void {
  if (navigator.locks === undefined) {
    takeByNote(name, signal, lead)
    return
  }
  const hold = () => {
    lead()
    return new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }))
  }
  // Giving up while still waiting is no fault.
  navigator.locks.request(name, { signal }, hold).catch(() => undefined)
}

function takeByNote(name: string, signal: AbortSignal, lead: () => void): void {
  const me = String(Math.random())
  let leads = false
  const beat = () => {
    const [who, until] = (localStorage.getItem(name) ?? '').split(' ')
    if (who !== me && Number(until) > Date.now()) return
    localStorage.setItem(name, `${me} ${Date.now() + LEASE_MS}`)
    if (leads) return
    leads = true
    lead()
  }
  const end = () => {
    clearInterval(timer)
    if (localStorage.getItem(name)?.startsWith(`${me} `)) localStorage.removeItem(name)
  }
  const timer = setInterval(beat, BEAT_MS)
  signal.addEventListener('abort', end, { once: true })
  window.addEventListener('pagehide', end, { once: true, signal })
  beat()
}
