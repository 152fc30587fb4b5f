import type { Random } from '../random.ts'
import { RATE } from './tune.ts'

/** How a piece is played: what makes it sound glad or dark, calm or wild. */
export type Manner = {
  /** Beats a minute. */
  tempo: number
  minor: boolean
  /** Notes of the accompaniment in a beat; 0 holds its chords. */
  notes: number
  /** 0 to 1: how loud the drums are. */
  drums: number
  /** From 1 on: how far everything is driven into its limits. */
  drive: number
  /** 0 to 1, at most. */
  level: number
}

const MAJOR = {
  chords: [
    [0, 4, 7],
    [5, 9, 12],
    [7, 11, 14],
    [0, 4, 7],
  ],
  melody: [12, 16, 19, 16, 17, 21, 19, 14],
}
const MINOR = {
  chords: [
    [0, 3, 7],
    [0, 3, 7],
    [5, 8, 12],
    [0, 3, 7],
  ],
  melody: [12, 15, 12, 7, 12, 15, 19, 15],
}

const hertz = (semitones: number) => 110 * 2 ** (semitones / 12)
/** A string: what is high in it fades first. */
const pluck = (turn: number, pitch: number, age: number) => {
  const phase = turn * pitch
  return (
    Math.sin(phase) * Math.exp(-age * 3) +
    0.5 * Math.sin(2 * phase) * Math.exp(-age * 6) +
    0.3 * Math.sin(3 * phase) * Math.exp(-age * 10)
  )
}
/** Something bowed, which swells. */
const bow = (turn: number, pitch: number, age: number) =>
  (Math.sin(turn * pitch) + 0.3 * Math.sin(2 * turn * pitch)) * Math.min(1, age * 1.5) * 0.6

/** Some seconds of a piece, from -1 to 1: chords or broken ones, a melody, a bass, and drums where there are any. */
export function piece(random: Random, manner: Manner, seconds: number): Float32Array {
  const { tempo, minor, notes, drums, drive, level } = manner
  const { chords, melody } = minor ? MINOR : MAJOR
  const root = random.whole(-4, 5)
  const beat = 60 / tempo
  const samples = new Float32Array(Math.round(seconds * RATE))
  for (let i = 0; i < samples.length; i++) {
    const at = i / RATE
    const turn = 2 * Math.PI * at
    const beats = at / beat
    const within = (at % beat) / beat
    const chord = chords[Math.floor(beats / 4) % chords.length] as number[]
    const step = notes === 0 ? 0 : Math.floor(beats * notes)
    const age = notes === 0 ? at % (4 * beat) : at % (beat / notes)
    const accompaniment =
      notes === 0
        ? chord.reduce((sum, note) => sum + bow(turn, hertz(root + 12 + note), age), 0)
        : 1.6 * pluck(turn, hertz(root + 12 + (chord[step % chord.length] as number)), age)
    const tone = melody[Math.floor(beats) % melody.length] as number
    const lead = 0.8 * (notes === 0 ? bow : pluck)(turn, hertz(root + 12 + tone), at % beat)
    const bass = Math.sin(turn * hertz(root + (chord[0] as number) - 12)) * (notes === 0 ? 0.6 : 1 - within)
    const kick = Math.sin(turn * 55) * Math.exp(-within * 12)
    const snare = Math.floor(beats) % 2 === 1 ? random.between(-1, 1) * Math.exp(-within * 10) : 0
    const hat = random.between(-1, 1) * Math.exp(-((at % (beat / 2)) / beat) * 40) * 0.5
    const sound =
      0.25 * accompaniment + 0.3 * lead + 0.3 * bass + drums * (0.8 * kick + 0.6 * snare + 0.4 * hat)
    samples[i] =
      (Math.tanh(drive * sound) / Math.tanh(drive)) * level * Math.min(1, at * 4, (seconds - at) * 2)
  }
  return samples
}
