import type { Estimate } from '../analysis.ts'
import type { ClassName } from '../tags/classes.ts'
import { highest, logOdds } from '../tags/pooling.ts'
import { ofOdds, unheard } from './estimate.ts'
import { enough, type Judged, meanOf, secondsOf, sourceOf } from './judged.ts'

const VOICES: readonly ClassName[] = [
  'Singing',
  'Choir',
  'Chant',
  'Child singing',
  'Synthetic singing',
  'Rapping',
  'Humming',
  'Vocal music',
  'A capella',
  'Yodeling',
  'Beatboxing',
  'Speech',
]
/** The score at which it is even whether somebody sings: the model is shy of voices within a band. */
const EVEN = 0.05

/**
 * Nobody sings, raps or speaks: one minus the voices. They are read where they are clearest, as the mean of the loudest
 * tenth of the patches, since songs have verses and breaks. Without the model next to nothing is known of voices.
 */
export function instrumentalnessOf(judged: Judged): Estimate {
  const pauses = meanOf(judged, 'pauses')
  if (pauses === null) return unheard(0, sourceOf(judged))
  if (sourceOf(judged) === 'signal') {
    const speech = secondsOf(judged, 'speech') / Math.max(1, judged.facts.duration)
    return ofOdds('signal', 0.1 + 0.4 * speech, [
      { label: 'Share of speech', reading: speech, part: -5 * speech },
    ])
  }
  const scores = highest(judged.hearing, VOICES).sort().reverse()
  const clearest = scores.subarray(0, Math.max(1, Math.ceil(scores.length / 10)))
  const voices = clearest.reduce((sum, score) => sum + score, 0) / clearest.length
  return ofOdds('model', 0.3 + 0.5 * enough(judged), [
    { label: 'Voices', reading: voices, part: -1.2 * (logOdds(voices) - logOdds(EVEN)) },
  ])
}
