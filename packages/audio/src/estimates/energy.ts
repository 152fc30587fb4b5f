import type { Estimate } from '../analysis.ts'
import { logistic } from '../tags/calibration.ts'
import { bright, lively, loud } from './deviations.ts'
import { type Leaning, ofOdds, unheard } from './estimate.ts'
import { enough, type Judged, meanOf, oddsOf, sourceOf } from './judged.ts'

/**
 * Perceived energy (arousal): how much happens, how bright and how loud it is, and, where the model heard it, how exciting
 * and how little tender. Loudness alone says little of it (mastering levels it), so it counts least. What is read
 * counts by its distance from the mean of the development clips.
 */
export function energyOf(judged: Judged): Estimate {
  const novelty = meanOf(judged, 'novelty')
  const centroid = meanOf(judged, 'centroid')
  if (novelty === null || centroid === null) return unheard(0, sourceOf(judged))
  const loudness = judged.facts.loudness.loudness_lufs ?? -70
  const leanings: Leaning[] = [
    { label: 'New sound a second, dB', reading: novelty, part: 0.8 * lively(novelty) },
    { label: 'Spectral centroid, Hz', reading: centroid, part: 0.4 * bright(centroid) },
    { label: 'Loudness, LUFS', reading: loudness, part: 0.4 * loud(loudness) },
  ]
  const exciting = oddsOf(judged, 'Exciting music')
  const tender = oddsOf(judged, 'Tender music')
  if (exciting === null || tender === null) return ofOdds('signal', 0.5 * enough(judged), leanings)
  return ofOdds('model', 0.75 * enough(judged), [
    { label: 'Exciting music', reading: logistic(exciting), part: 0.9 * (exciting + 7.6) },
    { label: 'Tender music', reading: logistic(tender), part: -0.4 * (tender + 6.1) },
    ...leanings,
  ])
}
