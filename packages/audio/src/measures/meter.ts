import { METERS, type Meter } from './rhythm/meters.ts'
import type { Chosen } from './tempo.ts'

export type TimeSignature = { time_signature: Meter | null; time_signature_confidence: number }

/** The time signature most of the recording has at the speeds that were chosen; null where nothing pulses. */
export function meterOf(passages: readonly Chosen[]): TimeSignature {
  const sums = METERS.map((meter) =>
    passages.reduce(
      (sum, { chosen, from, to, clarity }) =>
        sum + ((to - from) * clarity * chosen.meters[meter]) / chosen.probability,
      0,
    ),
  )
  const total = sums.reduce((sum, one) => sum + one, 0)
  if (!(total > 0)) return { time_signature: null, time_signature_confidence: 0 }
  const most = Math.max(...sums)
  return {
    time_signature: METERS[sums.indexOf(most)] as Meter,
    time_signature_confidence: most / total,
  }
}
