import type { Estimate } from '../analysis.ts'
import { logistic } from '../tags/calibration.ts'
import { lively } from './deviations.ts'
import { type Leaning, ofOdds, unheard } from './estimate.ts'
import { enough, type Judged, meanOf, oddsOf, sourceOf } from './judged.ts'

/**
 * How glad the music is: happy against sad, scary and angry music as the model hears it, and the mode of the key, each by its
 * distance from the mean of the development clips. Without the model mode and liveliness are all there is, and little is
 * claimed.
 */
export function valenceOf(judged: Judged): Estimate {
  const novelty = meanOf(judged, 'novelty')
  if (novelty === null) return unheard(0.5, sourceOf(judged))
  const { mode, confidence } = judged.facts.tonality.key
  const major = mode === null ? 0 : mode === 'major' ? confidence : -confidence
  const key: Leaning = { label: 'Major (1) or minor (-1)', reading: major, part: major }
  const [happy, sad, scary, angry] = (
    ['Happy music', 'Sad music', 'Scary music', 'Angry music'] as const
  ).map((name) => oddsOf(judged, name))
  if (happy == null || sad == null || scary == null || angry == null) {
    return ofOdds('signal', 0.3 * enough(judged), [
      key,
      { label: 'New sound a second, dB', reading: novelty, part: 0.4 * lively(novelty) },
    ])
  }
  return ofOdds('model', 0.65 * enough(judged), [
    { label: 'Happy music', reading: logistic(happy), part: 0.9 * (happy + 6.6) },
    { label: 'Sad music', reading: logistic(sad), part: -0.15 * (sad + 7.6) },
    { label: 'Scary music', reading: logistic(scary), part: -0.15 * (scary + 8.8) },
    { label: 'Angry music', reading: logistic(angry), part: -0.15 * (angry + 9.2) },
    key,
  ])
}
