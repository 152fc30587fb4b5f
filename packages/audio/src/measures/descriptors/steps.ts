import { ENGINE_RATE } from '../measure.ts'
import type { BandFrame } from './bands.ts'

export const CURVES = [
  'level',
  'crest',
  'zeroCrossings',
  'centroid',
  'rolloff',
  'flatness',
  'peakiness',
  'lowShare',
  'highShare',
  'novelty',
  'attack',
  'steadiness',
  'modulation',
  'pauses',
  'lowPulse',
] as const

/**
 * level: dBFS of the root mean square, -120 for silence. crest: dB of the peak above it. zeroCrossings: share of samples with
 * a change of sign. centroid, rolloff: Hz (gravity of magnitudes; below it 85 % of the power). flatness: 0 to 1, geometric by
 * arithmetic mean of power, 200 to 8,000 Hz. peakiness: dB by which bins deviate from their neighbourhood, 200 to 4,000 Hz.
 * lowShare, highShare: of the power, below 150 and above 4,000 Hz. novelty: dB a second of rise, mean of bands. attack: the
 * greatest share of bands that rise at once. steadiness: -1 to 1, how much partials stay. modulation: 0 to 1, share of the
 * envelope's movement that is at the rate of syllables, 3 to 6 Hz. pauses: share of frames far below the mean of two seconds.
 * lowPulse: 0 to 1, how regularly the bass strikes.
 */
export type Curves = Record<(typeof CURVES)[number], Float32Array>

type Spectral = Pick<
  Curves,
  | 'centroid'
  | 'rolloff'
  | 'flatness'
  | 'peakiness'
  | 'lowShare'
  | 'highShare'
  | 'novelty'
  | 'attack'
  | 'steadiness'
>
type Row = Record<keyof Spectral, number>

const REACH = 8

/** Gathers frames to steps; each frame counts by its power where it says something of the spectrum. */
export function createSteps(size: number, hop: number, frames: number) {
  const hertz = ENGINE_RATE / size
  const bins = size / 2 + 1
  const bin = (frequency: number) => Math.round(frequency / hertz)
  const spectrum = new Float64Array(bins)
  const rows: Row[] = []
  let [step, power, count, centroid, low, high, rise, attack, steady, looked] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]

  const give = () => {
    const by = power > 0 ? power : 1
    rows.push({
      ...shape(spectrum, bin(200), bin(8000), bin(4000), hertz),
      centroid: centroid / by,
      lowShare: low / by,
      highShare: high / by,
      novelty: count > 0 ? (rise / count) * (ENGINE_RATE / hop) : 0,
      attack,
      steadiness: looked > 0 ? steady / looked : 0,
    })
    spectrum.fill(0)
    power = count = centroid = low = high = rise = attack = steady = looked = 0
  }

  return {
    add(index: number, magnitudes: Float32Array, band: BandFrame, steadiness: number | null) {
      for (; step < Math.floor(index / frames); step++) give()
      for (let i = 0; i < bins; i++) {
        const magnitude = magnitudes[i] as number
        spectrum[i] = (spectrum[i] as number) + magnitude * magnitude
      }
      power += band.power
      centroid += band.centroid * band.power
      low += band.lowShare * band.power
      high += band.highShare * band.power
      rise += band.rise
      attack = Math.max(attack, band.broadness)
      count++
      if (steadiness !== null) {
        steady += steadiness
        looked++
      }
    },
    end(length: number): Spectral {
      while (rows.length < length) give()
      const curve = (name: keyof Row) => Float32Array.from({ length }, (_, i) => rows[i]?.[name] ?? 0)
      return {
        centroid: curve('centroid'),
        rolloff: curve('rolloff'),
        flatness: curve('flatness'),
        peakiness: curve('peakiness'),
        lowShare: curve('lowShare'),
        highShare: curve('highShare'),
        novelty: curve('novelty'),
        attack: curve('attack'),
        steadiness: curve('steadiness'),
      }
    },
  }
}

/** Of the mean power spectrum of a step: noise is smooth in it, as its chances level out, and partials stand out. */
function shape(power: Float64Array, from: number, to: number, peaksTo: number, hertz: number) {
  let [sum, logs, all] = [0, 0, 0]
  const decibels = new Float32Array(peaksTo + REACH + 1)
  for (let i = 0; i < power.length; i++) {
    const value = power[i] as number
    all += value
    if (i < decibels.length) decibels[i] = 10 * Math.log10(value + 1e-9)
    if (i < from || i >= to) continue
    sum += value
    logs += Math.log(value + 1e-9)
  }
  if (sum < 1e-6) return { rolloff: 0, flatness: 0, peakiness: 0 }
  let [edge, below] = [0, power[0] as number]
  while (below < 0.85 * all) below += power[++edge] as number
  return {
    rolloff: edge * hertz,
    flatness: Math.min(1, Math.exp(logs / (to - from)) / (sum / (to - from))),
    peakiness: deviation(decibels, from, peaksTo),
  }
}

/** Root mean square of the distance from the mean of the neighbours. */
function deviation(values: Float32Array, from: number, to: number): number {
  let near = 0
  for (let i = from - REACH; i <= from + REACH; i++) near += values[i] as number
  let squares = 0
  for (let i = from; i < to; i++) {
    squares += ((values[i] as number) - near / (2 * REACH + 1)) ** 2
    near += (values[i + REACH + 1] ?? 0) - (values[i - REACH] as number)
  }
  return Math.sqrt(squares / (to - from))
}
