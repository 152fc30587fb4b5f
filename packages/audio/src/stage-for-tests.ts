import type { Segment } from './analysis.ts'
import { ENGINE_RATE } from './measures/measure.ts'
import { createDice, groove, type Hit } from './signals-for-tests.ts'

const TURN = 2 * Math.PI

/** An audience that claps: each pair of hands about four times a second, a short burst of noise through a resonance of its own. */
export function applause(seconds: number, hands = 60, gain = 0.15, seed = 7): Float32Array {
  const sound = new Float32Array(Math.round(seconds * ENGINE_RATE))
  const dice = createDice(seed)
  for (let hand = 0; hand < hands; hand++) {
    const hertz = 1400 + 800 * dice()
    const loud = gain * 2 ** (1.5 * (dice() + dice()))
    const period = 0.25 + 0.05 * dice()
    for (let at = 0.15 * (1 + dice()); at < seconds; at += period * (1 + 0.1 * dice()))
      clap(sound, at, hertz, loud, dice)
  }
  return sound
}

function clap(sound: Float32Array, at: number, hertz: number, loud: number, dice: () => number) {
  const first = Math.round(at * ENGINE_RATE)
  // a resonator of two poles, half as wide as its frequency
  const radius = Math.exp((-Math.PI * hertz) / 2 / ENGINE_RATE)
  const turn = 2 * radius * Math.cos((TURN * hertz) / ENGINE_RATE)
  let [last, beforeLast] = [0, 0]
  for (let i = 0; i < 0.03 * ENGINE_RATE && first + i < sound.length; i++) {
    const burst = dice() * Math.exp(-i / (0.005 * ENGINE_RATE))
    const now = (1 - radius) * burst + turn * last - radius * radius * beforeLast
    beforeLast = last
    last = now
    sound[first + i] = (sound[first + i] as number) + loud * now
  }
}

/** Somebody who speaks: syllables of a gliding voice through two formants, hisses between them, and pauses for breath. */
export function speaking(seconds: number, seed = 3): Float32Array {
  const sound = new Float32Array(Math.round(seconds * ENGINE_RATE))
  const dice = createDice(seed)
  for (let at = 0.1, syllable = 0; at < seconds; syllable++) {
    const length = 0.14 + 0.05 * dice()
    const hiss = dice() > 0.2 ? 0.06 : 0
    say(
      sound,
      at,
      length,
      { pitch: 125 + 25 * dice(), glide: 30 * dice(), formants: vowel(dice), hiss },
      dice,
    )
    at += length + hiss + 0.03 + (syllable % 9 === 8 ? 0.5 : 0)
  }
  return sound
}

type Syllable = { pitch: number; glide: number; formants: [number, number]; hiss: number }

const vowel = (dice: () => number): [number, number] => [500 + 230 * dice(), 1500 + 600 * dice()]

function say(
  sound: Float32Array,
  at: number,
  length: number,
  { pitch, glide, formants, hiss }: Syllable,
  dice: () => number,
) {
  const first = Math.round(at * ENGINE_RATE)
  let phase = 0
  for (let i = 0; i < (hiss + length) * ENGINE_RATE && first + i < sound.length; i++) {
    const t = i / ENGINE_RATE - hiss
    if (t < 0) {
      sound[first + i] = 0.04 * dice()
      continue
    }
    const hertz = pitch + (glide * t) / length
    phase += hertz / ENGINE_RATE
    let voice = 0
    for (let partial = 1; partial * hertz < 4000; partial++) {
      const near = formants.reduce((sum, one) => sum + 1 / (1 + ((partial * hertz - one) / 90) ** 2), 0)
      voice += (0.03 / partial + near) * Math.sin(TURN * partial * phase)
    }
    sound[first + i] = 0.12 * voice * Math.sin((Math.PI * t) / length)
  }
}

/** A band: a progression of triads over a bass, with drums; another tonic (MIDI) and tempo make another song. */
export function band(seconds: number, tonic = 57, bpm = 120): Float32Array {
  const roots = [0, 5, 7, 0]
  return groove({ bpm, beats: 4, seconds }, (bar) => {
    const root = tonic + (roots[bar % roots.length] as number)
    const chord = [0, 4, 7, 12].map(
      (step): Hit => ({ kind: 'note', at: 0, pitch: root + step, length: 3.8, gain: 0.5 }),
    )
    const beats = [0, 1, 2, 3].flatMap((at): Hit[] => [
      { kind: at % 2 === 0 ? 'kick' : 'snare', at, gain: 0.4 },
      { kind: 'hat', at: at + 0.5, gain: 0.5 },
      { kind: 'note', at, pitch: root - 24, length: 0.9, gain: 1 },
      { kind: 'note', at, pitch: root + 12 + ((bar + at) % 3) * 4, length: 0.9, gain: 0.7 },
    ])
    return [...chord, ...beats]
  })
}

export type Part = { kind: Segment['kind']; sound: Float32Array }

/** Parts one after the other, with the seconds at which each begins and ends. */
export function recording(parts: readonly Part[]): {
  sound: Float32Array
  truth: Pick<Segment, 'kind' | 'start' | 'end'>[]
} {
  const sound = new Float32Array(parts.reduce((sum, part) => sum + part.sound.length, 0))
  let at = 0
  const truth = parts.map((part) => {
    sound.set(part.sound, at)
    const start = at / ENGINE_RATE
    at += part.sound.length
    return { kind: part.kind, start, end: at / ENGINE_RATE }
  })
  return { sound, truth }
}

export const silence = (seconds: number): Float32Array => new Float32Array(Math.round(seconds * ENGINE_RATE))
