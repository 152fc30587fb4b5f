import { type Mode, TONICS } from '@sharemyshows/audio/analysis'

const TOLERANCE = 0.04
const MULTIPLES = [1, 2, 3, 1 / 2, 1 / 3]

/** Accuracy1 (within 4 %) and Accuracy2 (also twice, three times, half and a third) of Gouyon et al. 2006. */
export function tempoScore(bpm: number | null, truth: number): { exact: boolean; octave: boolean } {
  const near = (multiple: number) =>
    bpm !== null && Math.abs(bpm - truth * multiple) <= TOLERANCE * truth * multiple
  return { exact: near(1), octave: MULTIPLES.some(near) }
}

type NamedKey = { pitch: number; minor: boolean }

const LETTERS = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 } as const

/** "Gb:maj" as a pitch class and a mode. */
function readKey(written: string): NamedKey {
  const found = /^([A-G])([b#]*):(maj|min)$/.exec(written)
  if (!found) throw new Error(`no key: ${written}`)
  const [, letter, signs = '', mode] = found
  const shift = [...signs].reduce((sum, sign) => sum + (sign === '#' ? 1 : -1), 0)
  return { pitch: (LETTERS[letter as keyof typeof LETTERS] + shift + 12) % 12, minor: mode === 'min' }
}

/** MIREX: 1 for the key itself, 0.5 a fifth either way in the same mode, 0.3 for the relative, 0.2 for the parallel. */
export function keyScore(
  heard: { tonic: (typeof TONICS)[number] | null; mode: Mode | null },
  written: string,
): number {
  if (heard.tonic === null) return 0
  const truth = readKey(written)
  const minor = heard.mode === 'minor'
  const interval = (TONICS.indexOf(heard.tonic) - truth.pitch + 12) % 12
  if (minor === truth.minor) return interval === 0 ? 1 : interval === 7 || interval === 5 ? 0.5 : 0
  if (interval === 0) return 0.2
  return interval === (truth.minor ? 3 : 9) ? 0.3 : 0
}

/** Area under the ROC curve: how often one that is has more than one that is not; null where either is missing. */
export function auc(scores: readonly { score: number; positive: boolean }[]): number | null {
  const of = (which: boolean) => scores.filter(({ positive }) => positive === which)
  const [ones, others] = [of(true), of(false)]
  if (ones.length === 0 || others.length === 0) return null
  let wins = 0
  for (const one of ones) {
    for (const other of others) wins += one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0
  }
  return wins / (ones.length * others.length)
}
