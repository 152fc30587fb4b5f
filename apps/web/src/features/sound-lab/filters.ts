import type { LibraryAsk, Sort } from './address'
import { keyOf, mixableWith, sayKey, sayTonic } from './harmony'

export const SORT_OPTIONS: readonly { value: Sort; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'title', label: 'By title' },
  { value: 'bpm', label: 'Slowest first' },
  { value: '-bpm', label: 'Fastest first' },
  { value: '-energy', label: 'Most energy first' },
  { value: 'energy', label: 'Least energy first' },
  { value: '-loudness', label: 'Loudest first' },
  { value: 'loudness', label: 'Quietest first' },
]

/** Something that narrows the library: what it says, and the question without it. */
export type Condition = { name: string; words: string; without: LibraryAsk }

/** What narrows the library, each to be taken off. */
export function conditionsOf(ask: LibraryAsk): Condition[] {
  const { q, label, bpm_from, bpm_to, tonic, mode, match } = ask
  const conditions: Condition[] = []
  const add = (name: string, words: string, ...parts: (keyof LibraryAsk)[]) =>
    conditions.push({ name, words, without: without(ask, parts) })
  if (q) add('q', `“${q}”`, 'q')
  const tempo = sayTempoRange(bpm_from, bpm_to)
  if (tempo) add('tempo', tempo, 'bpm_from', 'bpm_to')
  const key = sayKeyAsked(tonic, mode, match)
  if (key) add('key', key, 'tonic', 'mode', 'match')
  if (label) add('label', label, 'label')
  return conditions
}

function sayTempoRange(from: number | undefined, to: number | undefined): string | undefined {
  if (from !== undefined && to !== undefined) return from === to ? `${from} bpm` : `${from} to ${to} bpm`
  if (from !== undefined) return `${from} bpm or more`
  return to === undefined ? undefined : `${to} bpm or less`
}

function sayKeyAsked(
  tonic: LibraryAsk['tonic'],
  mode: LibraryAsk['mode'],
  match: LibraryAsk['match'],
): string | undefined {
  const key = keyOf({ tonic: tonic ?? null, mode: mode ?? null })
  if (key) return match ? `Mixes well with ${sayKey(key)}` : sayKey(key)
  if (tonic) return `In ${sayTonic({ tonic, mode: 'major' })}`
  return mode && `In ${mode}`
}

/** The question without some of its parts. */
export function without(ask: LibraryAsk, parts: readonly (keyof LibraryAsk)[]): LibraryAsk {
  const left = Object.entries(ask).filter(([name]) => !parts.includes(name as keyof LibraryAsk))
  return Object.fromEntries(left)
}

/** The keys that a question is content with, the one asked for first. */
export function keysOf({ tonic, mode, match }: LibraryAsk) {
  const key = keyOf({ tonic: tonic ?? null, mode: mode ?? null })
  return { key, others: key && match ? mixableWith(key) : [] }
}
