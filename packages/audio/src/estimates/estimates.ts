import type { Analysis } from '../analysis.ts'
import { acousticnessOf } from './acousticness.ts'
import { danceabilityOf } from './danceability.ts'
import { energyOf } from './energy.ts'
import { instrumentalnessOf } from './instrumentalness.ts'
import type { Judged } from './judged.ts'
import { livenessOf } from './liveness.ts'
import { speechinessOf } from './speechiness.ts'
import { valenceOf } from './valence.ts'

export type Estimates = Pick<
  Analysis,
  'energy' | 'danceability' | 'valence' | 'acousticness' | 'instrumentalness' | 'liveness' | 'speechiness'
>

/** All judgements people differ about; their formulas are those of the engine's version. */
export const estimatesOf = (judged: Judged): Estimates => ({
  energy: energyOf(judged),
  danceability: danceabilityOf(judged),
  valence: valenceOf(judged),
  acousticness: acousticnessOf(judged),
  instrumentalness: instrumentalnessOf(judged),
  liveness: livenessOf(judged),
  speechiness: speechinessOf(judged),
})
