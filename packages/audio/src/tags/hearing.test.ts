import { describe, expect, it } from 'vitest'
import { loadFfts } from '../signal/fft.ts'
import { KEPT } from './classes.ts'
import { createFrontEnd, HEARING_RATE } from './front-end.ts'
import { createHearing } from './hearing.ts'
import { CLASSES, EMBEDDING, PATCH_BANDS, PATCH_FRAMES, type Tagger } from './tagger.ts'

const ffts = await loadFfts()
const sine = (hertz: number, seconds: number) =>
  Float32Array.from({ length: seconds * HEARING_RATE }, (_, i) =>
    Math.sin((2 * Math.PI * hertz * i) / HEARING_RATE),
  )
const silence = (samples: number) => new Float32Array(samples)

function patchesOf(sound: Float32Array, block = sound.length || 1): Float32Array[] {
  const patches: Float32Array[] = []
  const frontEnd = createFrontEnd(ffts, (patch) => patches.push(patch.slice()))
  for (let at = 0; at < sound.length; at += block) frontEnd.add(sound.subarray(at, at + block))
  frontEnd.end()
  return patches
}

/** Scores the n-th patch with n hundredths for all classes; its embedding is n. */
function createCounter(): Tagger {
  let seen = 0
  return {
    name: 'counter',
    async run(_, count) {
      const numbers = Array.from({ length: count }, () => seen++)
      return {
        scores: Float32Array.from(numbers.flatMap((n) => Array(CLASSES).fill(n / 100))),
        embeddings: Float32Array.from(numbers.flatMap((n) => Array(EMBEDDING).fill(n))),
      }
    },
    dispose() {},
  }
}

describe('the front end', () => {
  it('has the loudest band where a tone is', () => {
    const mel = (hertz: number) => 1127 * Math.log1p(hertz / 700)
    for (const hertz of [200, 1000, 5000]) {
      const frame = patchesOf(sine(hertz, 1))[0]?.slice(10 * PATCH_BANDS, 11 * PATCH_BANDS) as Float32Array
      const share = (mel(hertz) - mel(125)) / (mel(7500) - mel(125))
      expect(Math.abs(frame.indexOf(Math.max(...frame)) - (share * (PATCH_BANDS + 1) - 1))).toBeLessThan(1)
    }
  })

  it('gives patches that overlap by a quarter, at least one where there is sound at all', () => {
    const lengths: [samples: number, patches: number][] = [
      [0, 0],
      [1, 1],
      [15_599, 1],
      [15_600, 1],
      [15_600 + 11_519, 1],
      [15_600 + 11_520, 2],
      [160_000, 13],
    ]
    for (const [samples, patches] of lengths) expect(patchesOf(silence(samples))).toHaveLength(patches)
  })

  it('does not mind in what blocks the sound comes, and has the logarithm of nothing at all for silence', () => {
    const sound = sine(440, 2)
    expect(patchesOf(sound, 777)).toEqual(patchesOf(sound))
    const patch = patchesOf(silence(16_000))[0] as Float32Array
    expect(patch).toHaveLength(PATCH_FRAMES * PATCH_BANDS)
    expect(patch.every((value) => Math.abs(value - Math.log(0.001)) < 1e-6)).toBe(true)
  })
})

describe('a hearing', () => {
  it('keeps the scores of each patch, and the roots of the mean embedding', async () => {
    const hearing = createHearing(ffts, createCounter())
    await hearing.add(silence(160_000))
    const { model, length, step, of, mean, embedding } = await hearing.end()
    expect({ model, length, step }).toEqual({ model: 'counter', length: 13, step: 0.72 })
    expect([...of('Singing')].map((score) => Math.round(score * 100))).toEqual([...Array(13).keys()])
    expect(mean('Applause')).toBeCloseTo(0.06, 5)
    expect(embedding).toHaveLength(EMBEDDING)
    expect(embedding?.at(-1)).toBeCloseTo(Math.sqrt(6), 5)
  })

  it('knows classes by the numbers that AudioSet gave them', () => {
    const number = (name: string) => KEPT.find((kept) => kept.name === name)?.index
    expect(['Speech', 'Applause', 'Music', 'Rock music', 'Scary music', 'Silence'].map(number)).toEqual([
      0, 62, 132, 214, 276, 494,
    ])
  })

  it('is empty without a tagger, and without sound', async () => {
    const deaf = createHearing(ffts, null)
    await deaf.add(sine(440, 2))
    const still = createHearing(ffts, createCounter())
    for (const [hearing, model] of [
      [await deaf.end(), null],
      [await still.end(), 'counter'],
    ] as const) {
      expect([hearing.model, hearing.length, hearing.mean('Music'), hearing.embedding]).toEqual([
        model,
        0,
        0,
        null,
      ])
      expect(hearing.of('Music')).toHaveLength(0)
    }
  })
})
