/** Beats a minute anybody taps. */
export const [SLOWEST, FASTEST] = [40, 230]
const STEP = 1.005
/** Speeds this close to each other are one. */
const SAME = 1.03
const PEAKS = 5
/** How speeds are mistaken for each other. */
const RELATIVES = [1, 2, 1 / 2, 3, 1 / 3, 3 / 2, 2 / 3, 4 / 3, 3 / 4]

/** Speeds worth a look: where novelty repeats the most, and what such a speed may be mistaken for. */
export function findCandidates(alike: (lag: number) => number): number[] {
  const comb = (bpm: number) => {
    const beat = 60 / bpm
    return alike(beat) + 0.7 * alike(2 * beat) + 0.5 * (alike(3 * beat) + alike(4 * beat))
  }
  const peaks: { bpm: number; height: number }[] = []
  for (let bpm = SLOWEST; bpm <= FASTEST; bpm *= STEP) {
    const height = comb(bpm)
    if (height > 0 && height >= comb(bpm / STEP) && height > comb(bpm * STEP)) peaks.push({ bpm, height })
  }
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

/** The best speed within 2 % of one. */
function climb(comb: (bpm: number) => number, bpm: number): number {
  let best = bpm
  for (let step = -8; step <= 8; step++) {
    const other = bpm * 1.0025 ** step
    if (comb(other) > comb(best)) best = other
  }
  return best
}
