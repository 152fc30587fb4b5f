import type { Estimate } from '../analysis.ts'
import { type Leaning, ofOdds, unheard } from './estimate.ts'
import { enough, type Judged, meanOf, oddsOf, sourceOf } from './judged.ts'

/**
 * How glad the music is: happy against sad, scary and angry music as the model hears it, and the mode of the key. Without
 * the model mode and liveliness are all there is, and little is claimed.
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
    return ofOdds(sourceOf(judged), 0.3 * enough(judged), [
      key,
      { label: 'New sound a second, dB', reading: novelty, part: 0.6 * (Math.log2(novelty + 8) - 5.4) },
    ])
  }
  return ofOdds('model', 0.65 * enough(judged), [
    { label: 'Happy music, log odds', reading: happy, part: 0.9 * (happy + 6.5) },
    { label: 'Sad music, log odds', reading: sad, part: -0.15 * (sad + 7.4) },
    { label: 'Scary music, log odds', reading: scary, part: -0.15 * (scary + 8.7) },
    { label: 'Angry music, log odds', reading: angry, part: -0.15 * (angry + 9.1) },
    key,
  ])
}
