import type { Segment } from '../analysis.ts'
import { rounded } from '../estimates/estimate.ts'
import type { Facts } from '../facts.ts'
import type { Hearing } from '../tags/hearing.ts'
import { likelihoodsByModel } from './by-model.ts'
import { likelihoodsBySignal } from './by-signal.ts'
import { KINDS, type Likelihoods } from './kinds.ts'
import { likeliestPath } from './viterbi.ts'

/** Seconds that each of KINDS lasts at the least. */
const LEAST = [4, 2, 1.5, 1]
/** What a change costs: half a minute of what is as likely as not, two seconds of what is clear. */
const CHANGE = 7
/** The say of the descriptors where there is a model. */
const SECOND_OPINION = 0.3
/** The surest one may be without a model. */
const BY_SIGNAL = 0.7

/** Music, speech, applause and silence one after the other, without gap or overlap from 0 to the recording's end. */
export function segmentsOf({ descriptors, duration }: Facts, hearing: Hearing): Segment[] {
  const { step, length } = descriptors
  if (length === 0 || duration <= 0) return []
  const modelled = hearing.length > 0
  const bySignal = likelihoodsBySignal(descriptors)
  const likelihoods = modelled ? together(likelihoodsByModel(hearing, step, length), bySignal) : bySignal
  const path = likeliestPath(likelihoods, {
    least: LEAST.map((seconds) => Math.round(seconds / step)),
    change: CHANGE,
  })
  const surest = modelled ? 1 : BY_SIGNAL
  const segments: Segment[] = []
  for (let from = 0, to = 0; from < length; from = to) {
    const kind = path[from] as number
    let sure = 0
    for (to = from; to < length && path[to] === kind; to++)
      sure += likelihoods[to * KINDS.length + kind] as number
    segments.push({
      kind: KINDS[kind] as Segment['kind'],
      start: from * step,
      end: to === length ? duration : to * step,
      confidence: rounded((surest * sure) / (to - from)),
    })
  }
  return segments
}

/** The model's opinion and, to a lesser part, that of the descriptors; what is silent nobody can overrule. */
function together(model: Likelihoods, signal: Likelihoods): Likelihoods {
  const count = KINDS.length
  const both = new Float32Array(model.length)
  for (let from = 0; from < both.length; from += count) {
    const silent = signal[from + KINDS.indexOf('silence')] as number
    let sum = 0
    for (let kind = 0; kind < count; kind++) {
      const say = silent > 0.5 ? 1 : SECOND_OPINION
      both[from + kind] = (model[from + kind] as number) ** (1 - say) * (signal[from + kind] as number) ** say
      sum += both[from + kind] as number
    }
    for (let kind = 0; kind < count; kind++) both[from + kind] = (both[from + kind] as number) / sum
  }
  return both
}
