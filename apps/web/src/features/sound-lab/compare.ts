import type { Analysis } from '@sharemyshows/contract/analysis'
import { camelotOf, keyOf, relationOf, sayKey } from './harmony'
import { CLAIMED, LABEL_LISTS, sayChange, sayNumber, tempoRelation } from './model'

/** How two recordings go together: whether one can be mixed into the other, and why. Null where neither key nor tempo says. */
export type Verdict = { title: string; words: string; mixes: boolean }

export function verdictOf(a: Analysis, b: Analysis): Verdict | null {
  const [keyA, keyB] = [keyOf(a.key), keyOf(b.key)]
  const keys = keyA && keyB && relationOf(keyA, keyB)
  const tempos = a.tempo.bpm && b.tempo.bpm ? tempoRelation(a.tempo.bpm, b.tempo.bpm) : null
  const words = [keys?.words, tempos?.words].filter(Boolean).join(', ')
  if (keys && tempos) {
    const mixes = keys.mixes && tempos.mixes
    return { title: titleOf(keys.mixes, tempos.mixes), words, mixes }
  }
  if (keys) {
    return { title: keys.mixes ? 'The keys go together' : 'The keys rub', words, mixes: keys.mixes }
  }
  if (tempos) {
    const title = tempos.mixes ? 'The tempos meet' : 'The tempos are far apart'
    return { title, words, mixes: tempos.mixes }
  }
  return null
}

function titleOf(keys: boolean, tempos: boolean): string {
  if (keys && tempos) return 'Mixes well'
  if (keys) return 'The keys go together, the tempos do not'
  return tempos ? 'The tempos meet, the keys do not' : 'Hard to mix'
}

/** A measure of both, and by what the second differs from the first; null where one of them has none. */
export type Row = {
  label: string
  /** Of all three, where they are numbers. */
  unit?: string
  a: string | null
  b: string | null
  difference: string | null
}

/** What both are measured by, in the order in which it is shown. */
const NUMBERS: readonly { label: string; unit: string; read: (analysis: Analysis) => number | null }[] = [
  { label: 'Tempo', unit: 'bpm', read: ({ tempo }) => tempo.bpm },
  { label: 'Tuning', unit: 'cents', read: ({ key }) => key.tuning },
  { label: 'Loudness', unit: 'LUFS', read: ({ loudness_lufs }) => loudness_lufs },
  { label: 'Loudness range', unit: 'LU', read: ({ loudness_range }) => loudness_range },
  { label: 'True peak', unit: 'dBTP', read: ({ true_peak }) => true_peak },
  {
    label: 'Centre of the spectrum',
    unit: 'Hz',
    read: ({ spectral_centroid: hertz }) => hertz && Math.round(hertz),
  },
  { label: 'Onsets', unit: 'a second', read: ({ onset_rate }) => onset_rate },
]

export function rowsOf(a: Analysis, b: Analysis): Row[] {
  const [keyA, keyB] = [keyOf(a.key), keyOf(b.key)]
  const [timeA, timeB] = [a.time_signature, b.time_signature]
  const [tempo, ...rest] = NUMBERS.map((measure) => numberRow(measure, a, b))
  return [
    ...(tempo ? [tempo] : []),
    {
      label: 'Key',
      a: keyA && `${sayKey(keyA)} · ${camelotOf(keyA)}`,
      b: keyB && `${sayKey(keyB)} · ${camelotOf(keyB)}`,
      difference: keyA && keyB && relationOf(keyA, keyB).words,
    },
    {
      label: 'Meter',
      a: timeA,
      b: timeB,
      difference: timeA && timeB ? (timeA === timeB ? 'the same' : 'another') : null,
    },
    ...rest,
  ]
}

function numberRow({ label, unit, read }: (typeof NUMBERS)[number], a: Analysis, b: Analysis): Row {
  const [one, other] = [read(a), read(b)]
  const known = one !== null && other !== null
  return {
    label,
    unit,
    a: one === null ? null : sayNumber(one),
    b: other === null ? null : sayNumber(other),
    difference: known ? sayChange(other - one) : null,
  }
}

/** The labels of both, and those of one alone, the surest first. */
export type Labels = { shared: string[]; onlyA: string[]; onlyB: string[] }

export function labelsOf(a: Analysis, b: Analysis): Labels {
  const [one, other] = [claimed(a), claimed(b)]
  return {
    shared: one.filter((label) => other.includes(label)),
    onlyA: one.filter((label) => !other.includes(label)),
    onlyB: other.filter((label) => !one.includes(label)),
  }
}

const claimed = (analysis: Analysis): string[] => {
  const tags = LABEL_LISTS.flatMap(({ name }) => analysis[name])
  const sure = tags.filter(({ probability }) => probability >= CLAIMED)
  return [...new Set(sure.toSorted((x, y) => y.probability - x.probability).map(({ label }) => label))]
}

/** A line through a curve, as an SVG path in a box of 1,000 by `height` that is `seconds` long. */
export function curvePath(
  { step, values }: { step: number; values: readonly number[] },
  seconds: number,
  height: number,
): string {
  const points = values.map((value, at) => {
    const x = ((at + 0.5) * step * 1000) / Math.max(seconds, 0.001)
    return `${x.toFixed(1)} ${((1 - value) * height).toFixed(1)}`
  })
  return points.length === 0 ? '' : `M${points.join('L')}`
}
