import { type Analysis, ENGINE } from './analysis.ts'
import { estimatesOf } from './estimates/estimates.ts'
import type { Facts } from './facts.ts'
import { createDescriptors } from './measures/descriptors.ts'
import { createLoudness, type LoudnessMeter } from './measures/loudness.ts'
import { ENGINE_RATE } from './measures/measure.ts'
import { createRhythm } from './measures/rhythm.ts'
import { createSpectralCentroid } from './measures/spectrum.ts'
import { createTonality } from './measures/tonality.ts'
import { createZeroCrossingRate } from './measures/zero-crossing-rate.ts'
import type { Ffts } from './signal/fft.ts'
import { createResampler } from './signal/resample.ts'
import { monoOf } from './sound.ts'
import { describe } from './structure/description.ts'
import { energyCurveOf } from './structure/energy-curve.ts'
import { segmentsOf } from './structure/segments.ts'
import { songsOf } from './structure/songs.ts'
import { HEARING_RATE } from './tags/front-end.ts'
import { createHearing } from './tags/hearing.ts'
import type { Tagger } from './tags/tagger.ts'
import { tagsOf } from './tags/tags.ts'

/** All that listens: each measure is handed the sound in the form it wants, and at the end they make an analysis. */
export function createEars(ffts: Ffts, sampleRate: number, tagger: Tagger | null) {
  const toEngine = createResampler(sampleRate, ENGINE_RATE)
  const toTagger = createResampler(ENGINE_RATE, HEARING_RATE)
  const rhythm = createRhythm(ffts)
  const tonality = createTonality(ffts)
  const descriptors = createDescriptors(ffts)
  const centroid = createSpectralCentroid(ffts)
  const crossings = createZeroCrossingRate()
  const hearing = createHearing(ffts, tagger)
  const measures = [rhythm, tonality, descriptors, centroid, crossings]
  let loudness: LoudnessMeter | undefined
  let samples = 0
  let channels = 0

  const hear = async (mono: Float32Array) => {
    for (const measure of measures) measure.add(mono)
    if (tagger) await hearing.add(toTagger.add(mono))
  }
  return {
    async add(block: readonly Float32Array[]): Promise<void> {
      loudness ??= createLoudness(sampleRate, block.length)
      loudness.add(block)
      channels = block.length
      samples += block[0]?.length ?? 0
      await hear(toEngine.add(monoOf(block)))
    },

    async end(): Promise<Analysis> {
      await hear(toEngine.end())
      if (tagger) await hearing.add(toTagger.end())
      const { onsets, ...pulse } = rhythm.end()
      const facts: Facts = {
        duration: samples / sampleRate,
        rhythm: pulse,
        tonality: tonality.end(),
        loudness: (loudness ?? createLoudness(sampleRate, 1)).end(),
        descriptors: descriptors.end(),
      }
      const heard = await hearing.end()
      const segments = segmentsOf(facts, heard)
      const { pulse_clarity, ...rhythmical } = pulse
      const analysis = {
        engine: ENGINE.name,
        version: ENGINE.version,
        model: heard.model,
        duration: facts.duration,
        sample_rate: sampleRate,
        channels,
        ...rhythmical,
        key: facts.tonality.key,
        ...facts.loudness,
        spectral_centroid: centroid.end(),
        zero_crossing_rate: crossings.end(),
        onset_rate: facts.duration > 0 ? onsets.length / facts.duration : 0,
        ...estimatesOf({ facts, hearing: heard, segments }),
        ...tagsOf(heard, facts),
        segments,
        songs: songsOf(segments),
        energy_curve: energyCurveOf(facts.descriptors),
        chroma: facts.tonality.chroma,
        embedding: heard.embedding,
      }
      return { ...analysis, description: describe(analysis) }
    },
  }
}
