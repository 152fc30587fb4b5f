import type { Tempo } from '../analysis.ts'
import type { Ffts } from '../signal/fft.ts'
import { beatsOf } from './beats.ts'
import type { Measure } from './measure.ts'
import { meterOf, type TimeSignature } from './meter.ts'
import { createNovelty } from './novelty.ts'
import { onsetsOf } from './onsets.ts'
import { createHarmony } from './rhythm/harmony.ts'
import { choose, readPassages, tempoOf } from './tempo.ts'

export type Rhythm = TimeSignature & {
  tempo: Tempo
  /** Seconds. */
  beats: number[]
  /** 0 to 1: how regularly things begin; the mean of what is heard. */
  pulse_clarity: number
  /** When something begins, in seconds. */
  onsets: number[]
}

/** Tempo, beats and time signature out of what begins when and of when the chords change. */
export function createRhythm(ffts: Ffts): Measure<Rhythm> {
  const hearing = { novelty: createNovelty(ffts), harmony: createHarmony(ffts) }
  return {
    add(block) {
      hearing.novelty.add(block)
      hearing.harmony.add(block)
    },
    end() {
      const novelty = hearing.novelty.end()
      const passages = readPassages(ffts, novelty, hearing.harmony.end())
      const chosen = choose(passages)
      return {
        tempo: tempoOf(chosen),
        beats: beatsOf(novelty.all, chosen),
        ...meterOf(chosen),
        onsets: onsetsOf(novelty.all),
        pulse_clarity: passages.reduce((sum, { clarity }) => sum + clarity / passages.length, 0),
      }
    },
  }
}
