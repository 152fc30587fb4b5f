import type { Descriptors } from '../measures/descriptors.ts'
import { logistic } from '../tags/calibration.ts'
import { KINDS, type Likelihoods, shared } from './kinds.ts'

/** dBFS at which it is even whether something is to be heard. */
const SILENT = -65
/** Steps either side that are looked at together: what something is shows over two to three seconds. */
const REACH = 2

/**
 * What goes on by the descriptors alone. Music has partials that stay or a bass that strikes regularly; applause is noise
 * without either, without bass and without gaps; speech glides, pauses and moves at the rate of syllables.
 */
export function likelihoodsBySignal(descriptors: Descriptors): Likelihoods {
  const { length, level } = descriptors
  const around = Object.fromEntries(
    LOOKED_AT.map((name) => [name, smoothed(descriptors[name], level)]),
  ) as Record<(typeof LOOKED_AT)[number], Float32Array>
  const likelihoods = new Float32Array(length * KINDS.length)
  for (let i = 0; i < length; i++) {
    const of = (name: (typeof LOOKED_AT)[number]) => around[name][i] as number
    const audible = logistic(((level[i] as number) - SILENT) / 2)
    const tonal = logistic((of('steadiness') - 0.14) * 25)
    const pulsing = logistic((of('lowPulse') - 0.55) * 12) * logistic((of('lowShare') - 0.15) * 20)
    const noise =
      logistic((3.4 - of('peakiness')) * 3) *
      logistic((0.12 - of('lowShare')) * 40) *
      logistic((0.12 - of('pauses')) * 30)
    const spoken =
      logistic((of('pauses') - 0.1) * 25) * 0.5 +
      logistic((of('modulation') - 0.25) * 12) * 0.25 +
      logistic((of('attack') - 0.35) * 10) * 0.25
    const clearly = 1 - (1 - tonal) * (1 - pulsing)
    const applause = (1 - clearly) * noise
    const speech = (1 - clearly) * (1 - noise) * spoken
    // of what is nothing of all this, half may be music
    const music = clearly + 0.5 * (1 - clearly) * (1 - noise) * (1 - spoken)
    shared(likelihoods, i, [audible * music, audible * speech, audible * applause, 1 - audible], 0.04)
  }
  return likelihoods
}

const LOOKED_AT = [
  'steadiness',
  'lowPulse',
  'lowShare',
  'peakiness',
  'pauses',
  'modulation',
  'attack',
] as const

/** Mean of the steps around, of those that are not far quieter than the step itself. */
function smoothed(values: Float32Array, level: Float32Array): Float32Array {
  return values.map((_, i) => {
    let [sum, count] = [0, 0]
    for (let j = Math.max(0, i - REACH); j <= Math.min(values.length - 1, i + REACH); j++) {
      if ((level[j] as number) < (level[i] as number) - 20) continue
      sum += values[j] as number
      count++
    }
    return sum / count
  })
}
