import type { Estimate } from '../analysis.ts'
import type { ClassName } from '../tags/classes.ts'
import { highest, logOdds } from '../tags/pooling.ts'
import { ofOdds, unheard } from './estimate.ts'
import { enough, type Judged, meanOf, sourceOf } from './judged.ts'

const ACOUSTIC: readonly ClassName[] = [
  'Acoustic guitar',
  'Banjo',
  'Mandolin',
  'Ukulele',
  'Piano',
  'Harpsichord',
  'Accordion',
  'Harmonica',
  'Harp',
  'Orchestra',
  'Brass instrument',
  'Bowed string instrument',
  'Wind instrument, woodwind instrument',
  'Marimba, xylophone',
  'Choir',
  'Classical music',
  'Bluegrass',
]
const ELECTRONIC: readonly ClassName[] = [
  'Electric guitar',
  'Distortion',
  'Electric piano',
  'Electronic organ',
  'Synthesizer',
  'Sampler',
  'Drum machine',
  'Theremin',
  'Electronic music',
  'Techno',
  'House music',
  'Dubstep',
  'Trance music',
  'Heavy metal',
]

/**
 * Played on acoustic instruments: the surest acoustic against the surest electric or electronic one, on the whole, as the
 * model hears them. Without it only the dynamics speak: what is squeezed and stamped in the bass is seldom acoustic.
 */
export function acousticnessOf(judged: Judged): Estimate {
  const crest = meanOf(judged, 'crest')
  const low = meanOf(judged, 'lowShare')
  if (crest === null || low === null) return unheard(0, sourceOf(judged))
  if (sourceOf(judged) === 'signal') {
    return ofOdds('signal', 0.25 * enough(judged), [
      { label: 'Peaks above the mean, dB', reading: crest, part: 0.2 * (crest - 12) },
      { label: 'Share of the bass', reading: low, part: -2 * (low - 0.2) },
    ])
  }
  const [acoustic, electronic] = [
    mean(highest(judged.hearing, ACOUSTIC)),
    mean(highest(judged.hearing, ELECTRONIC)),
  ]
  return ofOdds('model', 0.65 * enough(judged), [
    { label: 'Acoustic instruments', reading: acoustic, part: 0.8 * (logOdds(acoustic) + 2.2) },
    {
      label: 'Electric and electronic instruments',
      reading: electronic,
      part: -0.8 * (logOdds(electronic) + 2.2),
    },
  ])
}

const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
