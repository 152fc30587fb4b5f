import type { Estimate } from '../analysis.ts'
import { bestStretch, highest, logOdds } from '../tags/pooling.ts'
import { ofOdds, unheard } from './estimate.ts'
import { type Judged, longEnough, meanOf, secondsOf, sourceOf } from './judged.ts'

/** Seconds of audience that are enough to say so: a single clap is none. */
const WINDOW = 4
/** The mean over the window at which it is even. */
const EVEN = 0.1

/**
 * Played to an audience: the greatest mean of crowd, cheering, applause and clapping over four seconds; without the model,
 * how long something sounds like applause.
 */
export function livenessOf(judged: Judged): Estimate {
  if (meanOf(judged, 'steadiness') === null) return unheard(0, sourceOf(judged))
  const applause = secondsOf(judged, 'applause')
  const heard = { label: 'Seconds of applause', reading: applause, part: Math.min(2, applause / 4) }
  if (sourceOf(judged) === 'signal')
    return ofOdds('signal', 0.35 * longEnough(judged), [{ ...heard, part: heard.part - 1 }])
  const audience = highest(judged.hearing, ['Crowd', 'Cheering', 'Applause', 'Clapping'])
  const most = bestStretch(audience, Math.round(WINDOW / judged.hearing.step))
  return ofOdds('model', 0.8 * longEnough(judged), [
    { label: 'Audience, greatest mean of four seconds', reading: most, part: logOdds(most) - logOdds(EVEN) },
    heard,
  ])
}
