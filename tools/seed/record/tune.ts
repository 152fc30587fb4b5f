import type { Random } from '../random.ts'

/** Samples a second; nobody's phone hears more of a loud hall. */
export const RATE = 16_000
/** Semitones above the root, and what a song is made of. */
const CHORDS: readonly (readonly [number, number, number])[] = [
  [0, 4, 7],
  [9, 12, 16],
  [5, 9, 12],
  [7, 11, 14],
]

const hertz = (semitones: number) => 55 * 2 ** (semitones / 12)
const wave = (phase: number) => Math.sin(phase) + 0.4 * Math.sin(2 * phase) + 0.2 * Math.sin(3 * phase)

/** Some seconds of a song, from -1 to 1: chords, a bass, a drum on every beat and, at both ends, the people. */
export function tune(random: Random, seconds: number): Float32Array {
  const [root, tempo] = [random.whole(0, 11), random.between(84, 150)]
  const order = random.shuffled(CHORDS)
  const beat = 60 / tempo
  const samples = new Float32Array(Math.round(seconds * RATE))
  let crowd = 0
  for (let i = 0; i < samples.length; i++) {
    const at = i / RATE
    const within = (at % beat) / beat
    const chord = order[Math.floor(at / beat / 4) % order.length]!
    const turn = 2 * Math.PI * at
    const strings = chord.reduce((sum, note) => sum + wave(turn * hertz(root + 24 + note)), 0)
    const bass = wave(turn * hertz(root + chord[0])) * (1 - within)
    const drum = Math.sin(turn * 60) * Math.exp(-within * 14)
    const edge = Math.min(1, at / 1.5, (seconds - at) / 2.5)
    crowd += (random.between(-1, 1) - crowd) * 0.35
    const song = 0.1 * strings + 0.2 * bass + 0.45 * drum
    samples[i] = Math.max(-1, Math.min(1, edge * song + crowd * (0.12 + 0.5 * (1 - Math.max(0, edge)))))
  }
  return samples
}
