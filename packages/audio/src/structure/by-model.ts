import type { ClassName } from '../tags/classes.ts'
import { PATCH_LENGTH } from '../tags/front-end.ts'
import type { Hearing } from '../tags/hearing.ts'
import { highest } from '../tags/pooling.ts'
import { KINDS, type Likelihoods, shared } from './kinds.ts'

const AUDIENCE: readonly ClassName[] = [
  'Applause',
  'Clapping',
  'Cheering',
  'Crowd',
  'Chatter',
  'Hubbub, speech noise, speech babble',
]

/** What the model makes of each step, and how much of it it knows: nothing where none of the four kinds is to be heard. */
export type ByModel = { likelihoods: Likelihoods; known: Float32Array }

/**
 * What goes on as the model hears it, on steps of `step` seconds. Music wins over what is said or clapped on top of it: a
 * song that begins under applause has begun.
 */
export function likelihoodsByModel(hearing: Hearing, step: number, length: number): ByModel {
  const music = highest(hearing, ['Music', 'Singing'])
  const speech = highest(hearing, ['Speech', 'Narration, monologue', 'Conversation'])
  const applause = highest(hearing, AUDIENCE)
  const silence = hearing.of('Silence')
  const likelihoods = new Float32Array(length * KINDS.length)
  const known = new Float32Array(length)
  for (let i = 0; i < length; i++) {
    // the patch whose middle is next to that of the step
    const patch = Math.round(((i + 0.5) * step - PATCH_LENGTH / 2) / hearing.step)
    const of = (scores: Float32Array) => scores[Math.min(hearing.length - 1, Math.max(0, patch))] as number
    const rest = 1 - of(music)
    // the scores of audiences are lower than those of music and speech
    const odds = [of(music), rest * of(speech), rest * Math.sqrt(of(applause)), rest * of(silence)]
    known[i] = Math.max(...odds)
    shared(likelihoods, i, odds)
  }
  return { likelihoods, known }
}
