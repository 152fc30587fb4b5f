import type { Curve } from '../analysis.ts'
import { bright, lively, loud } from '../estimates/deviations.ts'
import { rounded } from '../estimates/estimate.ts'
import type { Descriptors } from '../measures/descriptors.ts'
import { logistic } from '../tags/calibration.ts'

const MOST = 1000
/** Steps either side over which it is levelled: energy is felt over some two seconds. */
const REACH = 2
const AUDIBLE = -60

/**
 * Perceived energy along the recording, 0 to 1: level, how much happens and how bright it is, each by its distance from the
 * mean of common recordings; 0 where nothing is to be heard. At most 1,000 values.
 */
export function energyCurveOf({ step, length, level, novelty, centroid }: Descriptors): Curve {
  const raw = Float32Array.from({ length }, (_, i) => {
    const heard = level[i] as number
    if (heard < AUDIBLE) return 0
    const felt = loud(heard) + lively(novelty[i] as number) + 0.5 * bright(centroid[i] as number)
    // what is hardly to be heard fades out
    return logistic(0.7 * felt) * Math.min(1, (heard - AUDIBLE) / 20)
  })
  const every = Math.max(1, Math.ceil(length / MOST))
  const values = Array.from({ length: Math.ceil(length / every) }, (_, i) =>
    rounded(mean(raw, i * every - REACH, (i + 1) * every + REACH)),
  )
  return { step: step * every, values }
}

function mean(values: Float32Array, from: number, to: number): number {
  const part = values.subarray(Math.max(0, from), to)
  return part.reduce((sum, value) => sum + value, 0) / part.length
}
