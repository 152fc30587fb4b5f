/**
 * What became of asking a provider. `empty`: it knows nothing of it; `needs_key`: there is no key, or it is refused; `quota`:
 * no question is left for now; `unavailable`: no answer that could be read, or none in time.
 */
export type Answer<T> =
  | { result: 'ok'; data: T }
  | { result: 'empty' | 'unavailable' | 'needs_key' | 'quota' }

/** A page of things; `next` is null on the last one. */
export type Page<T> = { items: T[]; next: number | null }

/** Whom to name beside what a provider says, and where that leads. */
export type Attribution = { text: string; url: string }
