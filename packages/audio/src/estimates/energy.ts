import type { Estimate } from '../analysis.ts'
import { type Leaning, ofOdds, unheard } from './estimate.ts'
import { enough, type Judged, meanOf, oddsOf, sourceOf } from './judged.ts'

/**
 * Perceived energy (arousal): how much happens, how bright and how loud it is, and, where the model heard it, how exciting
 * and how little tender. Loudness alone says little of it (mastering levels it), so it counts least. Each reading counts by
 * its distance from the mean of common recordings, in standard deviations.
 */
export function energyOf(judged: Judged): Estimate {
  const novelty = meanOf(judged, 'novelty')
  const centroid = meanOf(judged, 'centroid')
  if (novelty === null || centroid === null) return unheard(0, sourceOf(judged))
  const loudness = judged.facts.loudness.loudness_lufs ?? -70
  const leanings: Leaning[] = [
    {
      label: 'New sound a second, dB',
      reading: novelty,
      part: 0.8 * within((Math.log2(novelty + 8) - 5.4) / 0.7),
    },
    {
      label: 'Spectral centroid, Hz',
      reading: centroid,
      part: 0.4 * within((Math.log2(centroid + 1) - 10.4) / 0.6),
    },
    { label: 'Loudness, LUFS', reading: loudness, part: 0.4 * within((loudness + 18) / 6) },
  ]
  const exciting = oddsOf(judged, 'Exciting music')
  const tender = oddsOf(judged, 'Tender music')
  if (exciting === null || tender === null) return ofOdds(sourceOf(judged), 0.5 * enough(judged), leanings)
  return ofOdds('model', 0.75 * enough(judged), [
    { label: 'Exciting music, log odds', reading: exciting, part: 0.9 * within((exciting + 7.3) / 0.9) },
    { label: 'Tender music, log odds', reading: tender, part: -0.4 * within((tender + 6) / 1) },
    ...leanings,
  ])
}

/** One outlier must not decide alone. */
const within = (deviations: number): number => Math.min(3, Math.max(-3, deviations))
