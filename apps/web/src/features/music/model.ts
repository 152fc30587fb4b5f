import type { Listen } from '@sharemyshows/contract/listens'
import type { Track, TrackSource } from '@sharemyshows/contract/music'
import { sayLength } from '@/lib/lengths'
import type { FeatureState, Sort } from './address'

/** Where tracks come from, as a filter and as a word about one. */
export const SOURCE_NAMES: Readonly<Record<TrackSource, string>> = {
  show: 'Recorded at shows',
  upload: 'Uploaded',
  folder: 'Imported folder',
  spotify: 'Spotify',
}

export const STATE_NAMES: Readonly<Record<FeatureState, string>> = {
  known: 'Ready for moods',
  awaited: 'Still awaited',
  unknown: 'Unknown',
}

export const SORT_OPTIONS: readonly { value: Sort; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'name', label: 'By title' },
  { value: 'artist', label: 'By artist' },
  { value: '-valence', label: 'Brightest first' },
  { value: 'valence', label: 'Darkest first' },
  { value: '-energy', label: 'Most energy first' },
  { value: 'energy', label: 'Calmest first' },
  { value: '-tempo', label: 'Fastest first' },
  { value: 'tempo', label: 'Slowest first' },
  { value: 'plays', label: 'Most played first' },
]

/** Artist and album, as far as they are known. */
export const sayBy = ({ artist, album }: Pick<Track, 'artist' | 'album'>): string =>
  [artist, album].filter(Boolean).join(' · ')

/** "74 %". */
export const sayShare = (share: number): string => `${Math.round(share * 100)} %`

/** "118 bpm". */
export const sayTempo = (bpm: number): string => `${Math.round(bpm)} bpm`

/** Why a track has no place among the moods, in words; null where it has one. */
export function sayState({ source, features }: Pick<Track, 'source' | 'features'>): string | null {
  if (features.state === 'known') return null
  if (source === 'spotify') {
    return features.state === 'awaited' ? 'How it feels is being asked for' : 'How it feels is unknown'
  }
  return features.state === 'awaited' ? 'Being listened to' : 'Could not be analysed'
}

/** "320 tracks". */
export const sayCount = (total: number): string => (total === 1 ? '1 track' : `${total} tracks`)

/** "Recorded live in 2024", or "Heard live in 2024". */
export function sayHeardLive({
  source,
  heard_live: live,
}: Pick<Track, 'source' | 'heard_live'>): string | null {
  if (live === null) return null
  const year = live.show_date.slice(0, 4)
  return source === 'show' ? `Recorded live in ${year}` : `Heard live in ${year}`
}

const OUTCOMES: Readonly<Record<Listen['outcome'], (heard: string) => string>> = {
  finished: () => 'to the end',
  skipped: (heard) => `skipped at ${heard}`,
  stopped: (heard) => `stopped at ${heard}`,
  playing: (heard) => (heard === sayLength(0) ? 'begun' : `${heard} heard`),
}

/** How far a track was heard: "skipped at 0:12". */
export const sayOutcome = ({ outcome, seconds }: Pick<Listen, 'outcome' | 'seconds'>): string =>
  OUTCOMES[outcome](sayLength(seconds))
