import type { Mood, MoodRule } from '@sharemyshows/contract/moods'

export type Ranges = Pick<MoodRule, 'valence' | 'energy' | 'tempo'>
/** What is said anew and not kept yet. */
export type Drafts = Partial<Record<Mood, Ranges>>
export type Span = [from: number, to: number]

/** Tempos that can be chosen, in beats a minute; whoever goes to an end means all beyond it, too. */
const SLOWEST = 40
const FASTEST = 220
const BPM_STEP = 5

/** Tempos as shares of what can be chosen, and back. */
export const shareOfBpm = (bpm: number): number =>
  Math.min(1, Math.max(0, (bpm - SLOWEST) / (FASTEST - SLOWEST)))
export const bpmOfShare = (share: number): number =>
  Math.round((SLOWEST + share * (FASTEST - SLOWEST)) / BPM_STEP) * BPM_STEP

/** Moves one end of a span; the other gives way, so that from never lies above to. */
export const withEnd = ([from, to]: Span, end: 'from' | 'to', value: number): Span =>
  end === 'from' ? [value, Math.max(value, to)] : [Math.min(from, value), value]

/** The ranges of a mood as they would be. */
export const rangesOf = (rule: MoodRule, drafts: Drafts): Ranges =>
  drafts[rule.mood] ?? { valence: rule.valence, energy: rule.energy, tempo: rule.tempo }

export const sayShares = ([from, to]: Span): string => `${tidy(from)} to ${tidy(to)}`
export const sayBpm = ([from, to]: Span): string => `${Math.round(from)} to ${Math.round(to)} BPM`

const tidy = (share: number): number => Math.round(share * 100) / 100
