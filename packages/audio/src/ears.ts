import { type Analysis, ENGINE, type Estimate } from './analysis.ts'
import { createLoudness, type LoudnessMeter } from './measures/loudness.ts'
import { ENGINE_RATE } from './measures/measure.ts'
import { createRhythm } from './measures/rhythm.ts'
import { createSpectralCentroid } from './measures/spectrum.ts'
import { createZeroCrossingRate } from './measures/zero-crossing-rate.ts'
import type { Ffts } from './signal/fft.ts'
import { createResampler } from './signal/resample.ts'
import { monoOf } from './sound.ts'
import type { Tagger } from './tags/tagger.ts'

/** All that listens: each measure is handed the sound in the form it wants, and at the end they are put together. */
export function createEars(ffts: Ffts, sampleRate: number, tagger: Tagger | null) {
  const toEngine = createResampler(sampleRate, ENGINE_RATE)
  const [rhythm, centroid, crossings] = [
    createRhythm(ffts),
    createSpectralCentroid(ffts),
    createZeroCrossingRate(),
  ]
  let loudness: LoudnessMeter | undefined
  let [samples, count] = [0, 0]
  const hear = async (mono: Float32Array) => {
    for (const measure of [rhythm, centroid, crossings]) measure.add(mono)
  }
  return {
    async add(channels: readonly Float32Array[]) {
      loudness ??= createLoudness(sampleRate, channels.length)
      loudness.add(channels)
      samples += channels[0]?.length ?? 0
      count = channels.length
      await hear(toEngine.add(monoOf(channels)))
    },
    async end(): Promise<Analysis> {
      await hear(toEngine.end())
      const nothing: Estimate = { value: 0, confidence: 0, source: 'signal', evidence: [] }
      const { pulse_clarity, ...pulse } = rhythm.end()
      return {
        engine: ENGINE.name,
        version: ENGINE.version,
        model: tagger?.name ?? null,
        duration: samples / sampleRate,
        sample_rate: sampleRate,
        channels: count,
        ...pulse,
        key: { tonic: null, mode: null, confidence: 0, alternatives: [], tuning: null },
        ...(loudness ?? createLoudness(sampleRate, 1)).end(),
        spectral_centroid: centroid.end(),
        zero_crossing_rate: crossings.end(),
        onset_rate: 0,
        energy: nothing,
        danceability: nothing,
        valence: nothing,
        acousticness: nothing,
        instrumentalness: nothing,
        liveness: nothing,
        speechiness: nothing,
        genres: [],
        moods: [],
        instruments: [],
        tags: [],
        segments: [],
        songs: [],
        energy_curve: { step: 1, values: [] },
        chroma: { step: 1, values: [] },
        embedding: null,
        description: '',
      }
    },
  }
}
