import type { Analysis, Segment } from '@sharemyshows/contract/analysis'
import { keyAt, sayTonic } from './harmony'

/** The pitch classes from C up, as chroma has them: each seven steps of the circle of fifths after the one below it. */
export const PITCHES = Array.from({ length: 12 }, (_, semitone) =>
  sayTonic(keyAt((7 * semitone) % 12, 'major')),
)

/** Where the recording is that plays: seconds, whether it sounds, and how many times faster than recorded. */
export type Playing = { position: number; moving: boolean; rate: number }

/** A part of a recording that is in sight, in seconds. */
export type Window = { from: number; to: number }

/** The shortest part that can be brought to fill the sight, in seconds. */
const SHORTEST = 4

/** How many times a recording can be magnified. */
export const mostZoom = (duration: number): number => Math.max(1, duration / SHORTEST)

/** Where the left edge of what is in sight comes to lie, so that a moment stays where it is while the zoom changes. */
export function fromAround({ from, to }: Window, moment: number, span: number, duration: number): number {
  const share = to > from ? (moment - from) / (to - from) : 0.5
  return Math.max(0, Math.min(duration - span, moment - share * span))
}

const STEPS = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600]

/** Round moments in sight, `most` of them at most. */
export function ticksIn({ from, to }: Window, most: number): number[] {
  const span = to - from
  const step = STEPS.find((one) => span / one <= most) ?? span
  const first = Math.ceil(from / step)
  const count = Math.max(0, Math.floor(to / step) - first + 1)
  return Array.from({ length: Math.min(count, most + 1) }, (_, at) => (first + at) * step)
}

/** The pixels of a waveform that are in sight, as if they were all of it. */
export function cropped(
  wave: { data: readonly number[]; length: number },
  { from, to }: Window,
  duration: number,
): { data: number[]; length: number } {
  const at = (seconds: number) => Math.round((seconds / duration) * wave.length)
  const [first, last] = [at(from), Math.max(at(from) + 1, at(to))]
  return { data: wave.data.slice(first * 2, last * 2), length: last - first }
}

/** The values of an ascending list that lie within. */
export function within(ascending: readonly number[], { from, to }: Window): number[] {
  const first = firstNotBefore(ascending, from)
  return ascending.slice(first, firstNotBefore(ascending, to))
}

/** The index of the first value that is not less; the length where there is none. */
export function firstNotBefore(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** What is to be said of a moment. */
export type Reading = {
  kind: Segment['kind'] | undefined
  /** From 1 on. */
  song: number | undefined
  energy: number | undefined
  /** The strongest pitches, at most three. */
  pitches: string[]
}

/** A pitch this strong, beside the strongest, is worth a word. */
const STRONG = 0.5

export function readingAt(analysis: Analysis, moment: number): Reading {
  const { segments, songs, energy_curve: energy, chroma } = analysis
  const covers = ({ start, end }: { start: number; end: number }) => start <= moment && moment < end
  const song = songs.findIndex(covers)
  const column = chroma.values[Math.floor(moment / chroma.step)] ?? []
  const strongest = column
    .map((strength, at) => ({ strength, name: PITCHES[at] ?? '' }))
    .filter(({ strength }) => strength >= STRONG)
    .toSorted((a, b) => b.strength - a.strength)
  return {
    kind: segments.find(covers)?.kind,
    song: song < 0 ? undefined : song + 1,
    energy: energy.values[Math.floor(moment / energy.step)],
    pitches: strongest.slice(0, 3).map(({ name }) => name),
  }
}
