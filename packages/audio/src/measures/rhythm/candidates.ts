/** How alike something is to itself a lag in seconds later. */
type Alike = (lag: number) => number

/** Beats a minute anybody taps. */
export const [SLOWEST, FASTEST] = [40, 230]
const STEP = 1.005
/** Speeds this close to each other are one. */
const SAME = 1.03
const PEAKS = 5
/** How alike the strokes of a metronome are at least; what is between them is less alike than the rest. */
const LONE = 0.85
/** How speeds are mistaken for each other. */
const RELATIVES = [1, 2, 1 / 2, 3, 1 / 3, 3 / 2, 2 / 3, 4 / 3, 3 / 4]

/**
 * Speeds worth a look: where novelty repeats the most, and what such a speed may be mistaken for. Where nothing but one even
 * row of equal strokes is heard, as of a metronome, it is the beat, and nothing else is.
 */
export function findCandidates(alike: Alike, bands: readonly Alike[]): number[] {
  const comb = (bpm: number) => {
    const beat = 60 / bpm
    return alike(beat) + 0.7 * alike(2 * beat) + 0.5 * (alike(3 * beat) + alike(4 * beat))
  }
  const peaks: { bpm: number; height: number }[] = []
  for (let bpm = SLOWEST; bpm <= FASTEST; bpm *= STEP) {
    const height = comb(bpm)
    if (height > 0 && height >= comb(bpm / STEP) && height > comb(bpm * STEP)) peaks.push({ bpm, height })
  }
  const lone = peaks.findLast(({ bpm }) => [alike, ...bands].every((one) => isLonePulse(one, 60 / bpm)))
  if (lone) return [climb(comb, lone.bpm)]
  peaks.sort((a, b) => b.height - a.height)
  const found: number[] = []
  for (const peak of peaks.slice(0, PEAKS))
    for (const times of RELATIVES) {
      const bpm = climb(comb, peak.bpm * times)
      if (bpm < SLOWEST || bpm > FASTEST) continue
      if (!found.some((other) => Math.max(bpm / other, other / bpm) < SAME)) found.push(bpm)
    }
  return found
}

/** Alike after each beat, and at no moment between two; so is a band in which nothing happens. */
function isLonePulse(alike: Alike, beat: number): boolean {
  if (alike(0) === 0) return true
  if (alike(beat) < LONE || alike(2 * beat) < LONE) return false
  for (let lag = 0.08; lag < beat - 0.08; lag += 0.01) if (alike(lag) > 1 - LONE) return false
  return true
}

/** The best speed within 2 % of one. */
function climb(comb: (bpm: number) => number, bpm: number): number {
  let best = bpm
  for (let step = -8; step <= 8; step++) {
    const other = bpm * 1.0025 ** step
    if (comb(other) > comb(best)) best = other
  }
  return best
}
