import { describe, expect, it } from 'vitest'
import type { Analysis } from './analysis.ts'
import { type AnalyzeOptions, analyze } from './analyze.ts'
import { groove, noise, tone } from './signals-for-tests.ts'

const RATE = 44_100

/** What no number is, anywhere in an answer. */
function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => notFinite(inner, `${path}.${name}`))
}

async function analysed(
  sound: Parameters<typeof analyze>[0],
  rate = RATE,
  options?: AnalyzeOptions,
): Promise<Analysis> {
  const analysis = await analyze(sound, rate, options)
  expect(notFinite(analysis)).toEqual([])
  expect(analysis.beats.every((beat) => beat >= 0 && beat <= analysis.duration)).toBe(true)
  return analysis
}

/** Bits of a sound as a decoder gives them. */
async function* inBlocks(channels: readonly Float32Array[], size: number) {
  for (let from = 0; from < (channels[0]?.length ?? 0); from += size) {
    yield channels.map((channel) => channel.subarray(from, from + size))
  }
}

const sine = (rate: number, seconds: number, db = -6) => tone({ rate, hertz: 1000 }, [{ db, seconds }])

describe('analyze', () => {
  it('says of silence that it is silence', async () => {
    const analysis = await analysed([new Float32Array(RATE), new Float32Array(RATE)])
    expect(analysis).toMatchObject({
      duration: 1,
      sample_rate: RATE,
      channels: 2,
      tempo: { bpm: null, confidence: 0 },
      beats: [],
      key: { tonic: null, mode: null },
      time_signature: null,
      loudness_lufs: null,
      true_peak: null,
      spectral_centroid: null,
      zero_crossing_rate: 0,
      onset_rate: 0,
      embedding: null,
      model: null,
      description: 'Nothing to be heard.',
    })
    expect(analysis.segments).toMatchObject([{ kind: 'silence', start: 0, end: 1 }])
  })

  it.each([0, 1, 2, 100])('takes %i samples', async (length) => {
    const analysis = await analysed([new Float32Array(length).fill(0.5)])
    expect(analysis).toMatchObject({ duration: length / RATE, tempo: { bpm: null }, loudness_lufs: null })
  })

  it('takes a stream without a block, and one of no channels', async () => {
    expect(await analysed(inBlocks([], 1))).toMatchObject({ duration: 0, channels: 0 })
    expect(await analysed([])).toMatchObject({
      duration: 0,
      channels: 0,
      description: 'Nothing to be heard.',
    })
  })

  it('hears no pitch, pulse or brightness in a direct current', async () => {
    const analysis = await analysed([new Float32Array(2 * RATE).fill(0.5)])
    expect(analysis).toMatchObject({ key: { tonic: null }, tempo: { bpm: null }, zero_crossing_rate: 0 })
  })

  it('takes what is clipped, too loud, or no number', async () => {
    const clipped = sine(RATE, 2, 20).map((sample) => Math.max(-1, Math.min(1, sample)))
    expect((await analysed([clipped])).loudness_lufs).toBeGreaterThan(-2)
    const broken = sine(RATE, 2)
    for (let i = 0; i < 300; i++)
      broken[i * 100] = [Number.NaN, Number.POSITIVE_INFINITY, -1e38][i % 3] as number
    expect((await analysed([broken])).duration).toBe(2)
    expect((await analysed([new Float32Array(RATE).fill(Number.NaN)])).loudness_lufs).toBeNull()
  })

  it.each([8000, 11_025, 48_000, 96_000, 192_000])('hears the same at %i Hz', async (rate) => {
    const analysis = await analysed([sine(rate, 3)], rate)
    expect(analysis).toMatchObject({ duration: 3, sample_rate: rate, channels: 1 })
    expect(analysis.loudness_lufs).toBeCloseTo(-9, 0)
    expect(analysis.true_peak).toBeCloseTo(-6, 0)
    expect(analysis.spectral_centroid).toBeGreaterThan(980)
    expect(analysis.spectral_centroid).toBeLessThan(1100)
    expect(analysis.zero_crossing_rate).toBeCloseTo(2000 / 22_050, 3)
  })

  it('hears six channels: all of them in the measures, each by its weight in the loudness', async () => {
    const [loud, quiet] = [sine(RATE, 2), new Float32Array(2 * RATE)]
    const centre = await analysed([quiet, quiet, loud, quiet, quiet, quiet])
    const behind = await analysed([quiet, quiet, quiet, quiet, loud, quiet])
    const effects = await analysed([quiet, quiet, quiet, loud, quiet, quiet])
    expect(centre.channels).toBe(6)
    expect((behind.loudness_lufs ?? 0) - (centre.loudness_lufs ?? 0)).toBeCloseTo(1.5, 1)
    expect(effects.loudness_lufs).toBeNull()
    expect(effects.spectral_centroid).toBeCloseTo(centre.spectral_centroid ?? 0, 5)
  })

  it('finds the tempo of a groove', async () => {
    const drums = groove({ bpm: 120, beats: 1, seconds: 10 }, () => [{ at: 0, kind: 'click' }])
    const { tempo, onset_rate, beats } = await analysed([drums], 22_050)
    expect(Math.abs((tempo.bpm ?? 0) / 120 - 1)).toBeLessThan(0.02)
    expect(onset_rate).toBeCloseTo(2, 0)
    expect(beats.length).toBeGreaterThan(15)
  })

  it('says the same of the same samples, however they are cut', async () => {
    const sound = [noise(3), sine(22_050, 3)]
    const whole = await analysed(sound, 22_050)
    expect(await analysed(sound, 22_050)).toEqual(whole)
    for (const size of [997, 24_000, 50_000]) {
      expect(await analysed(inBlocks(sound, size), 22_050, { duration: 3 })).toEqual(whole)
    }
  })

  it('tells how far it is, never less than before', async () => {
    const told: number[] = []
    const onProgress = (share: number) => told.push(share)
    await analyze(inBlocks([sine(RATE, 3)], 5000), RATE, { duration: 2, onProgress })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told[0]).toBeGreaterThan(0)
    expect(told.at(-1)).toBe(1)
    expect(new Set(told).size).toBe(told.length)
  })

  it('ends with the reason of its signal: before, in between, and while it waits for a block', async () => {
    const reason = new Error('no longer wanted')
    const early = analyze([sine(RATE, 1)], RATE, { signal: AbortSignal.abort(reason) })
    await expect(early).rejects.toBe(reason)
    const given = new AbortController()
    const onProgress = () => given.abort(reason)
    await expect(analyze([sine(RATE, 3)], RATE, { signal: given.signal, onProgress })).rejects.toBe(reason)
    const later = new AbortController()
    async function* stuck() {
      yield [sine(RATE, 1)]
      queueMicrotask(() => later.abort(reason))
      await new Promise(() => {})
    }
    await expect(analyze(stuck(), RATE, { signal: later.signal })).rejects.toBe(reason)
  })

  it('passes on what the stream throws', async () => {
    async function* broken(): AsyncGenerator<Float32Array[]> {
      yield [sine(RATE, 1)]
      throw new Error('the file ends here')
    }
    await expect(analyze(broken(), RATE)).rejects.toThrow('the file ends here')
  })

  it.each([0, Number.NaN, -44_100, 44_100.5, 7999, 192_001])('refuses a rate of %d', async (rate) => {
    await expect(analyze([new Float32Array(10)], rate)).rejects.toThrow(RangeError)
  })

  it('refuses channels that do not fit together', async () => {
    await expect(analyze([new Float32Array(10), new Float32Array(9)], RATE)).rejects.toThrow(RangeError)
  })
})
