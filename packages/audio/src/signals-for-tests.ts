import { ENGINE_RATE } from './measures/measure.ts'

/** Numbers from -1 to 1 that look random and are the same on every run. */
export function createDice(seed = 1): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

export function noise(seconds: number, gain = 0.3): Float32Array {
  const dice = createDice()
  return Float32Array.from({ length: Math.round(seconds * ENGINE_RATE) }, () => gain * dice())
}

/** Something struck: what, when, and how hard; a note also says its MIDI pitch and for how long it is held. */
export type Hit = { at: number; gain?: number } & (
  | { kind: 'click' | 'kick' | 'snare' | 'hat' }
  | { kind: 'note'; pitch: number; length: number }
)

/** Renders what is struck, at the engine's rate. */
export function perform(hits: readonly Hit[], seconds: number): Float32Array {
  const sound = new Float32Array(Math.round(seconds * ENGINE_RATE))
  const dice = createDice()
  for (const hit of hits) {
    const voice = voiceOf(hit, dice)
    const first = Math.round(hit.at * ENGINE_RATE)
    const last = Math.min(sound.length, first + Math.round(voice.length * ENGINE_RATE))
    for (let i = Math.max(0, first); i < last; i++)
      sound[i] = (sound[i] as number) + (hit.gain ?? 1) * voice.at((i - first) / ENGINE_RATE)
  }
  return sound
}

type Voice = { length: number; at: (seconds: number) => number }

function voiceOf(hit: Hit, dice: () => number): Voice {
  const turn = 2 * Math.PI
  switch (hit.kind) {
    case 'click':
      return { length: 0.01, at: (t) => 0.5 * Math.sin(turn * 1000 * t) * Math.exp(-t / 0.002) }
    case 'kick':
      return {
        length: 0.2,
        at: (t) => 0.6 * Math.sin(turn * (55 + 60 * Math.exp(-t / 0.03)) * t) * Math.exp(-t / 0.06),
      }
    case 'snare':
      return { length: 0.2, at: (t) => 0.3 * (dice() + Math.sin(turn * 190 * t)) * Math.exp(-t / 0.05) }
    case 'hat':
      return { length: 0.08, at: (t) => 0.15 * dice() * Math.exp(-t / 0.02) }
    case 'note': {
      const hertz = 440 * 2 ** ((hit.pitch - 69) / 12)
      const partials = [1, 0.5, 0.3, 0.2].filter((_, i) => hertz * (i + 1) < 8000)
      const fade = (t: number) => Math.min(1, t / 0.005, Math.max(0, (hit.length - t) / 0.03))
      return {
        length: hit.length,
        at: (t) =>
          0.12 *
          fade(t) *
          Math.exp(-t / 0.6) *
          partials.reduce((sum, gain, i) => sum + gain * Math.sin(turn * hertz * (i + 1) * t), 0),
      }
    }
  }
}

/** A bar played over and over: `bar(n)` says its hits, their times and lengths in beats. */
export function groove(
  { bpm, beats, seconds }: { bpm: number; beats: number; seconds: number },
  bar: (index: number) => readonly Hit[],
): Float32Array {
  const beat = 60 / bpm
  const hits: Hit[] = []
  for (let index = 0; index * beats * beat < seconds; index++)
    for (const hit of bar(index)) {
      const at = (index * beats + hit.at) * beat
      hits.push(hit.kind === 'note' ? { ...hit, at, length: hit.length * beat } : { ...hit, at })
    }
  return perform(hits, seconds)
}

/** Clicks on every beat and nothing else. */
export const clicks = (bpm: number, seconds: number): Float32Array =>
  groove({ bpm, beats: 1, seconds }, () => [{ at: 0, kind: 'click' }])

/** A sine at any rate that changes its level from part to part without a break: `db` is its peak over full scale. */
export function tone(
  { rate, hertz, phase = 0 }: { rate: number; hertz: number; phase?: number },
  parts: readonly { db: number; seconds: number }[],
): Float32Array {
  const sound = new Float32Array(parts.reduce((sum, { seconds }) => sum + Math.round(seconds * rate), 0))
  let at = 0
  for (const { db, seconds } of parts) {
    const gain = 10 ** (db / 20)
    for (const last = at + Math.round(seconds * rate); at < last; at++)
      sound[at] = gain * Math.sin((2 * Math.PI * hertz * at) / rate + phase)
  }
  return sound
}

/** Chords one after the other, each a second long and given as MIDI pitches. */
export const chords = (progression: readonly (readonly number[])[]): Float32Array =>
  perform(
    progression.flatMap((pitches, at) =>
      pitches.map((pitch): Hit => ({ kind: 'note', at, length: 1, pitch })),
    ),
    progression.length,
  )
