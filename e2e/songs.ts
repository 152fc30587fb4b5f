import { groove, type Hit } from '../packages/audio/src/signals-for-tests.ts'

const SECONDS = 12
/** Steps of a minor key on which the chords of four bars stand: home, fourth, fifth, home. */
const ROOTS = [0, 5, 7, 0] as const
const MINOR = [0, 3, 7] as const

const DRUMS: readonly Hit[] = [
  { kind: 'kick', at: 0 },
  { kind: 'hat', at: 0.5 },
  { kind: 'snare', at: 1 },
  { kind: 'hat', at: 1.5 },
  { kind: 'kick', at: 2 },
  { kind: 'hat', at: 2.5 },
  { kind: 'snare', at: 3 },
  { kind: 'hat', at: 3.5 },
]

/** A song in 4/4 in a minor key: a band's drums, a bass and chords. `home` is the MIDI pitch of its tonic. */
export function song(bpm: number, home: number): Float32Array {
  return groove({ bpm, beats: 4, seconds: SECONDS }, (bar) => {
    const root = home + (ROOTS[bar % ROOTS.length] ?? 0)
    const chord = MINOR.flatMap((step) =>
      [0, 2].map((at): Hit => ({ kind: 'note', at, pitch: root + step, length: 2 })),
    )
    const bass = [0, 1, 2, 3].map((at): Hit => ({ kind: 'note', at, pitch: root - 12, length: 1 }))
    return [...DRUMS, ...chord, ...bass]
  })
}
