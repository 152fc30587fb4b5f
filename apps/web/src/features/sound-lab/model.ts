import type { Analysis, AnalysisStatus } from '@sharemyshows/contract/analysis'
import type { LibraryItem } from '@sharemyshows/contract/audio-library'

const ONE_DIGIT = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** A number with a true minus and one digit at most: "−11.2". */
export const sayNumber = (value: number): string => ONE_DIGIT.format(value).replace('-', '−')

/** The same with its sign also where it is positive: "+2.5", and "0". */
export const sayChange = (value: number): string => {
  const said = sayNumber(value)
  if (said === '−0' || said === '0') return '0'
  return value > 0 ? `+${said}` : said
}

/** "118 bpm". */
export const sayTempo = (bpm: number): string => `${sayNumber(bpm)} bpm`

/** "−11.2 LUFS". */
export const sayLoudness = (lufs: number): string => `${sayNumber(lufs)} LUFS`

/** "74 %". */
export const sayShare = (share: number): string => `${Math.round(share * 100)} %`

/** How two tempos go together: `change` is by how much the second is faster than the first, in per cent. */
export type TempoRelation = { words: string; change: number; mixes: boolean }

/** Two tempos within this much of each other can be brought together without anyone hearing it, in per cent. */
const MIXABLE = 6
const OCTAVES = [
  { times: 1, words: '' },
  { times: 2, words: 'at half the beat' },
  { times: 0.5, words: 'at twice the beat' },
] as const

/** By the nearest of the second tempo itself, its double and its half. */
export function tempoRelation(one: number, other: number): TempoRelation {
  const ways = OCTAVES.map(({ times, words }) => ({ words, change: ((other * times) / one - 1) * 100 }))
  const [nearest] = ways.toSorted((a, b) => Math.abs(a.change) - Math.abs(b.change))
  const { words = '', change = 0 } = nearest ?? {}
  const said = sayChange(change) === '0' ? 'the same tempo' : `${sayChange(change)} %`
  return { words: [said, words].filter(Boolean).join(' '), change, mixes: Math.abs(change) <= MIXABLE }
}

/** The names of the estimates, in the order in which they are shown. */
export const ESTIMATES = [
  { name: 'energy', label: 'Energy' },
  { name: 'danceability', label: 'Danceability' },
  { name: 'valence', label: 'Brightness of mood' },
  { name: 'acousticness', label: 'Acoustic' },
  { name: 'instrumentalness', label: 'Instrumental' },
  { name: 'liveness', label: 'Live' },
  { name: 'speechiness', label: 'Speech' },
] as const satisfies readonly { name: keyof Analysis; label: string }[]

/** The four lists of labels, in the order in which they are shown. */
export const LABEL_LISTS = [
  { name: 'genres', label: 'Genre' },
  { name: 'moods', label: 'Mood' },
  { name: 'instruments', label: 'Instruments' },
  { name: 'tags', label: 'Also heard' },
] as const satisfies readonly { name: keyof Analysis; label: string }[]

/** Below this nothing is claimed. */
export const CLAIMED = 0.5

/** True while the server is at it or will be. */
export const isAtWork = ({ state }: Pick<AnalysisStatus, 'state'>): boolean =>
  state === 'queued' || state === 'running'

const STATES: Readonly<Record<AnalysisStatus['state'], string>> = {
  none: 'Not analysed yet',
  queued: 'Waits to be analysed',
  running: 'Being listened to',
  done: 'Analysed',
  failed: 'The analysis failed',
  cancelled: 'The analysis was stopped',
}

/** How far an analysis is, in a few words: "Being listened to, 40 %". */
export function sayStatus({ state, progress, failure }: AnalysisStatus): string {
  if (state === 'running' && progress > 0) return `${STATES.running}, ${sayShare(progress)}`
  return state === 'failed' && failure ? failure : STATES[state]
}

/** The analysis may be asked for again. */
export const canAnalyse = ({ audio, analysis }: Pick<LibraryItem, 'audio' | 'analysis'>): boolean =>
  audio.state === 'ready' && !isAtWork(analysis)
