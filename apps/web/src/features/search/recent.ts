import { useSyncExternalStore } from 'react'

/** What somebody looked for on this device, the latest first. Another person on it sees nothing of that. */
type Kept = { who: string; searches: string[] }

const KEY = 'recent-searches'
const MOST = 8
const NONE: readonly string[] = []
const STRANGER = 'nobody'
const listeners = new Set<() => void>()
let known: Kept | undefined

function read(): Kept {
  if (known) return known
  known = { who: STRANGER, searches: [] }
  try {
    const { who, searches } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Kept>
    if (typeof who === 'string' && Array.isArray(searches)) {
      known = { who, searches: searches.filter((search) => typeof search === 'string').slice(0, MOST) }
    }
  } catch {
    // Storage may be refused or hold anything; then nothing is remembered.
  }
  return known
}

function write(kept: Kept) {
  known = kept
  try {
    if (kept.searches.length === 0) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // It is remembered until the page is left.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Recent searches of a person, null for a stranger, live. */
export function useRecent(person: string | null): readonly string[] {
  return useSyncExternalStore(subscribe, () => recentOf(person))
}

/** Recent searches of a person; searches of anybody else are not hers. */
function recentOf(person: string | null): readonly string[] {
  const { who, searches } = read()
  return who === (person ?? STRANGER) ? searches : NONE
}

/** Remembers a search that led somewhere. */
export function remember(person: string | null, q: string): void {
  const search = q.trim()
  if (search === '') return
  const others = recentOf(person).filter((one) => one.toLowerCase() !== search.toLowerCase())
  write({ who: person ?? STRANGER, searches: [search, ...others].slice(0, MOST) })
}

/** Forgets one, or all. */
export function forget(person: string | null, q?: string): void {
  const searches = q === undefined ? [] : recentOf(person).filter((one) => one !== q)
  write({ who: person ?? STRANGER, searches })
}
