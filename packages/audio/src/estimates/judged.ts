import type { Estimate, Segment } from '../analysis.ts'
import type { Facts } from '../facts.ts'
import type { CURVES } from '../measures/descriptors/steps.ts'
import type { ClassName } from '../tags/classes.ts'
import type { Hearing } from '../tags/hearing.ts'
import { logOdds } from '../tags/pooling.ts'

/** What estimates judge by. */
export type Judged = { facts: Facts; hearing: Hearing; segments: readonly Segment[] }

/** dBFS below which a step says nothing of how something sounds. */
const AUDIBLE = -60

/** Mean of a descriptor over what is audible; null where nothing is. */
export function meanOf({ facts }: Pick<Judged, 'facts'>, curve: (typeof CURVES)[number]): number | null {
  const { level, length, [curve]: values } = facts.descriptors
  let [sum, count] = [0, 0]
  for (let i = 0; i < length; i++) {
    if ((level[i] as number) < AUDIBLE) continue
    sum += values[i] as number
    count++
  }
  return count > 0 ? sum / count : null
}

/** Whether the model had a say. */
export const sourceOf = ({ hearing }: Judged): Estimate['source'] =>
  hearing.model !== null && hearing.length > 0 ? 'model' : 'signal'

/** Lower scores than this are all alike. */
const LEAST = 1e-4

/** Mean log odds of a class over the patches, each counting by how surely it is music; null where there is no music. */
export function oddsOf({ hearing }: Judged, name: ClassName): number | null {
  const scores = hearing.of(name)
  const music = hearing.of('Music')
  let [sum, weight] = [0, 0]
  for (let i = 0; i < hearing.length; i++) {
    sum += (music[i] as number) * logOdds(Math.max(LEAST, scores[i] as number))
    weight += music[i] as number
  }
  return weight > 0.05 * hearing.length ? sum / weight : null
}

/** Seconds of the recording that are of a kind. */
export const secondsOf = ({ segments }: Judged, kind: Segment['kind']): number =>
  segments.reduce((sum, segment) => sum + (segment.kind === kind ? segment.end - segment.start : 0), 0)

/** How much a judgement of any sound is worth that was made on so much of it: half after two seconds. */
export const longEnough = ({ facts }: Judged): number => facts.duration / (facts.duration + 2)

/** How much a judgement of music is worth that was made on so much of it: half after five seconds. */
export const enough = (judged: Judged): number => {
  const seconds = secondsOf(judged, 'music')
  return seconds / (seconds + 5)
}
