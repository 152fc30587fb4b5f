import { greatest } from '../estimates/judged.ts'
import type { Hearing } from '../tags/hearing.ts'
import { KINDS, type Likelihoods, shared } from './kinds.ts'

/**
 * What goes on as the model hears it, on steps of `step` seconds. Music wins over what is said or clapped on top of it: a
 * song that begins under applause has begun.
 */
export function likelihoodsByModel(hearing: Hearing, step: number, length: number): Likelihoods {
  const music = greatest(hearing, ['Music', 'Singing'])
  const speech = greatest(hearing, ['Speech', 'Narration, monologue', 'Conversation'])
  const applause = greatest(hearing, ['Applause', 'Clapping', 'Cheering', 'Crowd'])
  const silence = hearing.of('Silence')
  const likelihoods = new Float32Array(length * KINDS.length)
  for (let i = 0; i < length; i++) {
    // the patch whose middle is next to that of the step; a patch is two of the hearing's steps long
    const patch = Math.round(((i + 0.5) * step) / hearing.step - 1)
    const of = (scores: Float32Array) => scores[Math.min(hearing.length - 1, Math.max(0, patch))] as number
    const rest = 1 - of(music)
    shared(likelihoods, i, [
      of(music),
      rest * of(speech),
      // the scores of audiences are lower than those of speech and music
      rest * Math.sqrt(of(applause)),
      rest * of(silence),
    ])
  }
  return likelihoods
}
