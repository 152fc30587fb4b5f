import type { LibraryItem } from '@sharemyshows/contract/audio-library'
import { FIFTHS, type Mode } from './harmony'

export const SORTS = [
  'newest',
  'oldest',
  'title',
  'bpm',
  '-bpm',
  'energy',
  '-energy',
  'loudness',
  '-loudness',
] as const
export type Sort = (typeof SORTS)[number]
type Tonic = NonNullable<LibraryItem['tonic']>

/** What the library is asked for, in the API's words; left out what does not narrow it. */
export type LibraryAsk = {
  q?: string
  bpm_from?: number
  bpm_to?: number
  tonic?: Tonic
  mode?: Mode
  match?: 'mixable'
  label?: string
  sort?: Exclude<Sort, 'newest'>
}

/** Tempos that can be asked for. */
export const LEAST_BPM = 1
export const MOST_BPM = 1000

const LONGEST_Q = 200
const LONGEST_LABEL = 60

/** The library's question as the address says it; what makes no sense there is left out. */
export function readLibraryAddress(raw: Record<string, unknown>): LibraryAsk {
  const ask: LibraryAsk = {}
  const q = textOf(raw.q)
  const label = textOf(raw.label)
  const from = tempoOf(raw.bpm_from)
  const to = tempoOf(raw.bpm_to)
  const tonic = FIFTHS.find((one) => one === raw.tonic)
  const sort = SORTS.find((one) => one === raw.sort)
  if (q) ask.q = q.slice(0, LONGEST_Q)
  if (label) ask.label = label.slice(0, LONGEST_LABEL)
  if (from !== undefined) ask.bpm_from = from
  if (to !== undefined) ask.bpm_to = to
  if (tonic) ask.tonic = tonic
  if (raw.mode === 'major' || raw.mode === 'minor') ask.mode = raw.mode
  if (raw.match === 'mixable' && ask.tonic && ask.mode) ask.match = 'mixable'
  if (sort && sort !== 'newest') ask.sort = sort
  return ask
}

/** The two that are compared, as the address says them. */
export function readPairAddress(raw: Record<string, unknown>): { a?: string; b?: string } {
  const [a, b] = [textOf(raw.a), textOf(raw.b)]
  return { ...(a && { a }), ...(b && { b }) }
}

/** True when something narrows the library; the order does not. */
export const isNarrowed = ({ sort: _sort, ...ask }: LibraryAsk): boolean => Object.keys(ask).length > 0

// A text of digits alone ("1975") comes out of the address as a number.
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

function tempoOf(value: unknown): number | undefined {
  if (value === undefined || value === '') return undefined
  const bpm = Number(value)
  return bpm >= LEAST_BPM && bpm <= MOST_BPM ? bpm : undefined
}
