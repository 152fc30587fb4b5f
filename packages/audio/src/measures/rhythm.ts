import type { Tempo } from '../analysis.ts'
import type { Ffts } from '../signal/fft.ts'
import { trackBeats } from './beats.ts'
import type { Measure } from './measure.ts'
import { createNovelty } from './novelty.ts'
import { tempoOf } from './tempo.ts'

export type Rhythm = {
  tempo: Tempo
  /** Seconds. */
  beats: number[]
  /** "4/4", "3/4" or "6/8"; null where nothing pulses. */
  time_signature: string | null
  /** 0 to 1. */
  time_signature_confidence: number
  /** 0 to 1: how regularly things begin. */
  pulse_clarity: number
}

/** Tempo, beats and time signature out of what begins when. */
export function createRhythm(ffts: Ffts): Measure<Rhythm> {
  const novelty = createNovelty(ffts)
  return {
    add: novelty.add,
    end() {
      const begins = novelty.end()
      const { tempo, clarity } = tempoOf(begins)
      const { bpm } = tempo
      return {
        tempo,
        beats: bpm === null ? [] : trackBeats(begins.all, () => 60 / bpm),
        time_signature: bpm === null ? null : '4/4',
        time_signature_confidence: bpm === null ? 0 : 0.5,
        pulse_clarity: clarity,
      }
    },
  }
}
