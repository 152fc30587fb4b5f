import type { Mood } from '@sharemyshows/contract/moods'
import type { TrackSource } from '@sharemyshows/contract/music'
import { isMood } from '@/lib/moods'

export const SOURCES = ['upload', 'show', 'folder', 'spotify'] as const satisfies readonly TrackSource[]
export const FEATURE_STATES = ['known', 'awaited', 'unknown'] as const
export type FeatureState = (typeof FEATURE_STATES)[number]
export const SORTS = [
  'newest',
  'name',
  'artist',
  'valence',
  '-valence',
  'energy',
  '-energy',
  'tempo',
  '-tempo',
  'plays',
] as const
export type Sort = (typeof SORTS)[number]

/** What my music is asked for, in the API's words; left out what does not narrow it. */
export type MusicAsk = {
  q?: string
  source?: TrackSource
  mood?: Mood
  features?: FeatureState
  sort?: Sort
}

const LONGEST_Q = 200

/** The question as the address says it; what makes no sense there is left out. */
export function readMusicAddress(raw: Record<string, unknown>): MusicAsk {
  const ask: MusicAsk = {}
  // A text of digits alone ("1975") comes out of the address as a number.
  const q = typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q).trim() : ''
  const source = SOURCES.find((one) => one === raw.source)
  const features = FEATURE_STATES.find((one) => one === raw.features)
  const sort = SORTS.find((one) => one === raw.sort)
  if (q) ask.q = q.slice(0, LONGEST_Q)
  if (source) ask.source = source
  if (isMood(raw.mood)) ask.mood = raw.mood
  if (features) ask.features = features
  if (sort) ask.sort = sort
  return ask
}

/** True when something narrows it; the order does not. */
export const isNarrowed = ({ sort: _sort, ...ask }: MusicAsk): boolean => Object.keys(ask).length > 0

/** The question with a part of it changed; undefined takes that part out. */
export function withPart(
  ask: MusicAsk,
  part: { [Name in keyof MusicAsk]: MusicAsk[Name] | undefined },
): MusicAsk {
  return readMusicAddress({ ...ask, ...part })
}
