import type { Segment } from '../analysis.ts'
import { rounded } from '../estimates/estimate.ts'
import type { Facts } from '../facts.ts'
import type { Hearing } from '../tags/hearing.ts'
import { type ByModel, likelihoodsByModel } from './by-model.ts'
import { likelihoodsBySignal } from './by-signal.ts'
import { KINDS, type Likelihoods } from './kinds.ts'
import { likeliestPath } from './viterbi.ts'

/** Seconds that each of KINDS lasts at the least. */
const LEAST = [4, 2, 1.5, 1]
/** What a change costs: half a minute of what is as likely as not, two seconds of what is clear. */
const CHANGE = 7
/** The say of the descriptors where the model knows what it hears. */
const SECOND_OPINION = 0.25
/** The surest one may be of what the model does not know. */
const BY_SIGNAL = 0.7

/** Music, speech, applause and silence one after the other, without gap or overlap from 0 to the recording's end. */
export function segmentsOf(
  { descriptors, duration }: Pick<Facts, 'descriptors' | 'duration'>,
  hearing: Hearing,
): Segment[] {
  const { step, length } = descriptors
  if (length === 0 || duration <= 0) return []
  const bySignal = likelihoodsBySignal(descriptors)
  const byModel = hearing.length > 0 ? likelihoodsByModel(hearing, step, length) : null
  const likelihoods = byModel ? together(byModel, bySignal) : bySignal
  const path = likeliestPath(likelihoods, {
    least: LEAST.map((seconds) => Math.round(seconds / step)),
    change: CHANGE,
  })
  const segments: Segment[] = []
  for (let from = 0, to = 0; from < length; from = to) {
    const kind = path[from] as number
    let sure = 0
    for (to = from; to < length && path[to] === kind; to++) {
      const known = byModel?.known[to] ?? 0
      sure += (likelihoods[to * KINDS.length + kind] as number) * (BY_SIGNAL + (1 - BY_SIGNAL) * known)
    }
    segments.push({
      kind: KINDS[kind] as Segment['kind'],
      start: from * step,
      end: to === length ? duration : to * step,
      confidence: rounded(sure / (to - from)),
    })
  }
  return segments
}

/** The model's opinion and that of the descriptors: the less it knows the more they count, and on silence they decide. */
function together({ likelihoods, known }: ByModel, signal: Likelihoods): Likelihoods {
  const count = KINDS.length
  const both = new Float32Array(signal.length)
  for (let from = 0; from < both.length; from += count) {
    const silent = (signal[from + KINDS.indexOf('silence')] as number) > 0.5
    const say = silent ? 1 : 1 - (1 - SECOND_OPINION) * (known[from / count] as number)
    let sum = 0
    for (let kind = 0; kind < count; kind++) {
      both[from + kind] =
        (likelihoods[from + kind] as number) ** (1 - say) * (signal[from + kind] as number) ** say
      sum += both[from + kind] as number
    }
    for (let kind = 0; kind < count; kind++) both[from + kind] = (both[from + kind] as number) / sum
  }
  return both
}
