export type ProviderName = 'setlistfm' | 'google' | 'musicbrainz' | 'nominatim' | 'photon'
/** The Cover Art Archive stands beside MusicBrainz, at an address of its own. */
export type Name = ProviderName | 'coverart'

/** What was asked of a stand-in, its path below the provider's address, and what is said. */
export type Asked = {
  of: Name
  method: string
  path: string
  query: Record<string, string>
  headers: Record<string, string>
  body: string
}
export type Said = { status: number; body?: unknown; headers?: Record<string, string> }

/**
 * How it misbehaves: an answer of its own, one that never comes, one cut off in the middle, one that is no JSON, one without an
 * end, or one of nothing but brackets.
 */
export type Fault = {
  /** Any provider where it is left out. */
  of?: Name
  does: 'slow' | 'cut' | 'html' | 'huge' | 'deep' | { status: number; retryAfter?: number; location?: string }
  /** How often; once where it is left out. */
  times?: number
}

/** One provider: what it says to a question, which it may say is put wrongly, and how it says no. */
export type StandIn = {
  answer(asked: Asked): Said
  no(status: number): Said
  /** Why its description refuses a question; null where it does not, or there is none. */
  refuses(asked: Asked): string | null
  /** Why its description does not know an answer. */
  denies(asked: Asked, said: Said): string | null
}

export const ok = (body: unknown): Said => ({ status: 200, body })
export const pageOf = <T>(items: readonly T[], page: number, size: number) =>
  items.slice((page - 1) * size, page * size)
export const isLike = (name: string, sought: string) => {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean)
  return words.every((word) => name.toLowerCase().includes(word))
}
