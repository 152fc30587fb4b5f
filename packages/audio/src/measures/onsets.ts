import type { Track } from './rhythm/track.ts'

/** Seconds around a moment of which it has to be the strongest, and those whose mean it has to exceed. */
const NEAR = 0.03
const AROUND = 0.1
/** By how much, as a share of the mean of all that stands out. */
const DISTINCT = 0.5
/** By how much at least, in the novelty's own measure: what steady noise hardly ever does by chance. */
const BEYOND_CHANCE = 2.5
/** Two onsets that are closer than that are heard as one. */
const APART = 0.03

/**
 * When something begins, in seconds: the moments at which novelty has its maximum near them and stands out from its mean
 * around them (peak picking of Böck, Krebs and Schedl, ISMIR 2012, with a threshold that follows the recording's own
 * strength, so that a soft one has onsets, too).
 */
export function onsetsOf({ values, rate, start }: Track): number[] {
  const [near, around] = [Math.round(NEAR * rate), Math.round(AROUND * rate)]
  const least = Math.max(BEYOND_CHANCE, DISTINCT * meanOfRises(values))
  const onsets: number[] = []
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value <= least || !isHighest(values, i, near)) continue
    if (value < meanAround(values, i, around) + least) continue
    const time = start + i / rate
    if (time - (onsets.at(-1) ?? Number.NEGATIVE_INFINITY) >= APART) onsets.push(time)
  }
  return onsets
}

/** Mean of what is above zero. */
function meanOfRises(values: Float32Array): number {
  let [sum, count] = [0, 0]
  for (const value of values) {
    if (!(value > 0)) continue
    sum += value
    count++
  }
  return count === 0 ? 0 : sum / count
}

/** The first of equals counts. */
function isHighest(values: Float32Array, at: number, reach: number): boolean {
  const value = values[at] as number
  for (let i = Math.max(0, at - reach); i <= Math.min(values.length - 1, at + reach); i++) {
    const other = values[i] as number
    if (other > value || (other === value && i < at)) return false
  }
  return true
}

function meanAround(values: Float32Array, at: number, reach: number): number {
  const [first, last] = [Math.max(0, at - reach), Math.min(values.length - 1, at + reach)]
  let sum = 0
  for (let i = first; i <= last; i++) sum += values[i] as number
  return sum / (last - first + 1)
}
