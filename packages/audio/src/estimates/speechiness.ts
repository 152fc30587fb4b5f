import type { Estimate } from '../analysis.ts'
import { highest } from '../tags/pooling.ts'
import { ofShares, unheard } from './estimate.ts'
import { type Judged, longEnough, meanOf, secondsOf, sourceOf } from './judged.ts'

/** Share of spoken word: the mean of the model's score for speech and rap; without it the share of what sounds spoken. */
export function speechinessOf(judged: Judged): Estimate {
  if (meanOf(judged, 'steadiness') === null) return unheard(0, sourceOf(judged))
  if (sourceOf(judged) === 'signal') {
    const share = secondsOf(judged, 'speech') / Math.max(1e-3, judged.facts.duration)
    return ofShares('signal', 0.4 * longEnough(judged), [
      { label: 'Share of speech', reading: share, part: share },
    ])
  }
  const spoken = highest(judged.hearing, ['Speech', 'Narration, monologue', 'Conversation', 'Rapping'])
  const mean = spoken.reduce((sum, score) => sum + score, 0) / spoken.length
  return ofShares('model', 0.8 * longEnough(judged), [{ label: 'Speech', reading: mean, part: mean }])
}
