import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Segment } from '../analysis.ts'
import { heard } from '../judged-for-tests.ts'
import { createDescriptors } from '../measures/descriptors.ts'
import { ENGINE_RATE } from '../measures/measure.ts'
import { loadFfts } from '../signal/fft.ts'
import { createResampler } from '../signal/resample.ts'
import { noise } from '../signals-for-tests.ts'
import { applause, band, type Part, recording, silence, speaking } from '../stage-for-tests.ts'
import { HEARING_RATE } from '../tags/front-end.ts'
import { createHearing } from '../tags/hearing.ts'
import { createYamnet } from '../tags/yamnet.ts'
import { segmentsOf } from './segments.ts'
import { songsOf } from './songs.ts'

const ffts = await loadFfts()
const folder = process.env.MODELS_DIR || path.join(import.meta.dirname, '../../../../../shared/models')
const weights = await readFile(path.join(folder, 'yamnet_spectra_in.tflite')).catch(() => null)
const tagger = weights && (await createYamnet(weights))

async function parted(sound: Float32Array, model = false): Promise<Segment[]> {
  const descriptors = createDescriptors(ffts)
  descriptors.add(sound)
  const hearing = createHearing(ffts, model ? tagger : null)
  if (model) await hearing.add(createResampler(ENGINE_RATE, HEARING_RATE).add(sound))
  const facts = { duration: sound.length / ENGINE_RATE, descriptors: descriptors.end() }
  return segmentsOf(facts, await hearing.end())
}

const concert: Part[] = [
  { kind: 'applause', sound: applause(4) },
  { kind: 'music', sound: band(10, 57, 120) },
  { kind: 'applause', sound: applause(5) },
  { kind: 'speech', sound: speaking(9) },
  { kind: 'music', sound: band(8, 53, 96) },
  { kind: 'silence', sound: silence(5) },
  { kind: 'music', sound: band(8, 62, 140) },
  { kind: 'applause', sound: applause(5) },
]

function isWhole(segments: readonly Segment[], duration: number) {
  expect(segments[0]?.start).toBe(0)
  expect(segments.at(-1)?.end).toBe(duration)
  segments.forEach(({ kind, start, end, confidence }, index) => {
    expect(end).toBeGreaterThan(start)
    expect(confidence >= 0 && confidence <= 1).toBe(true)
    if (index === 0) return
    expect(start).toBe(segments[index - 1]?.end)
    expect(kind).not.toBe(segments[index - 1]?.kind)
  })
}

describe.each([
  ['by the signal alone', false],
  ['with the tagging model (needs data beside the project)', true],
])('a concert of three songs, %s', (_, model) => {
  it.skipIf(model && !tagger)('is told apart within a second and a half, and so are its songs', async () => {
    const { sound, truth } = recording(concert)
    const segments = await parted(sound, model)
    isWhole(segments, sound.length / ENGINE_RATE)
    expect(segments.map(({ kind }) => kind)).toEqual(truth.map(({ kind }) => kind))
    truth.forEach(({ start }, index) => {
      expect(Math.abs((segments[index]?.start ?? Infinity) - start)).toBeLessThanOrEqual(1.5)
    })
    expect(songsOf(segments)).toHaveLength(3)
  })
})

it('music that begins under applause has begun, and what is clapped along is music', async () => {
  const music = band(10)
  const clapped = applause(10, 40, 0.05)
  const mixed = music.map((sample, i) => sample + (clapped[i] as number))
  const { sound } = recording([
    { kind: 'applause', sound: applause(6) },
    { kind: 'music', sound: mixed },
  ])
  const segments = await parted(sound)
  expect(segments.map(({ kind }) => kind)).toEqual(['applause', 'music'])
  expect(Math.abs((segments[1]?.start ?? 0) - 6)).toBeLessThanOrEqual(1.5)
})

it('a studio recording is one stretch of music, with a general pause too', async () => {
  expect((await parted(band(6))).map(({ kind }) => kind)).toEqual(['music'])
  const { sound } = recording([
    { kind: 'music', sound: band(7) },
    { kind: 'silence', sound: silence(1.5) },
    { kind: 'music', sound: band(7) },
  ])
  expect(songsOf(await parted(sound))).toHaveLength(1)
})

it('silence, one sample and nothing', async () => {
  expect(await parted(silence(3))).toEqual([
    { kind: 'silence', start: 0, end: 3, confidence: expect.any(Number) },
  ])
  isWhole(await parted(new Float32Array([0.5])), 1 / ENGINE_RATE)
  isWhole(await parted(noise(0.3)), Math.round(0.3 * ENGINE_RATE) / ENGINE_RATE)
  expect(await parted(new Float32Array(0))).toEqual([])
})

it('what the model is sure of wins over the descriptors; where it knows nothing they decide', async () => {
  const descriptors = createDescriptors(ffts)
  descriptors.add(band(5))
  const facts = { duration: 5, descriptors: descriptors.end() }
  expect(segmentsOf(facts, heard(5, { Speech: 0.97 })).map(({ kind }) => kind)).toEqual(['speech'])
  expect(segmentsOf(facts, heard(5, { Bird: 0.97 })).map(({ kind }) => kind)).toEqual(['music'])
})
