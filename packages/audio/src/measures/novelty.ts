import type { Ffts } from '../signal/fft.ts'
import { createStft } from '../signal/stft.ts'
import { ENGINE_RATE, type Measure } from './measure.ts'
import { createGrower, type Grower, type Track } from './rhythm/track.ts'

/** How much begins at each moment: in the bass, in what is high, and in four ranges of frequency together. */
export type Novelty = { low: Track; high: Track; all: Track }

const SIZE = 1024
const HOP = 256
const RATE = ENGINE_RATE / HOP
/** Frames between the two that are compared: half a window, as far as they are independent. */
const LAG = 2
/** Upper borders in Hz of kick and bass, of the body of voices and guitars, of presence; above are cymbals and attacks. */
const BORDERS = [160, 640, 2500]
const BANDS = 36
/** Where the logarithm bends: 60 dB below a full-scale sine; what is softer hardly counts. */
const GAIN = 1000 / (SIZE / 4)
/** Seconds of the moving mean that is taken off, so that only what stands out counts. */
const MEAN_SECONDS = 0.8

const mel = (hertz: number) => 1127 * Math.log1p(hertz / 700)
const hertzOf = (mels: number) => 700 * Math.expm1(mels / 1127)

type Band = { group: number; first: number; weights: Float32Array }

/** Triangles overlapping by half on the mel scale, none narrower than the transform can tell apart. */
function makeBands(): Band[] {
  const width = ENGINE_RATE / SIZE
  const [from, to] = [mel(20), mel(10_000)]
  const edges: number[] = []
  for (let i = 0; i <= BANDS + 1; i++) {
    const edge = hertzOf(from + ((to - from) * i) / (BANDS + 1)) / width
    const last = edges.at(-1)
    edges.push(last === undefined ? Math.max(1, edge) : Math.max(edge, last + 1))
  }
  return edges.slice(2).map((upper, i) => {
    const [lower, middle] = [edges[i] as number, edges[i + 1] as number]
    const first = Math.ceil(lower)
    const weights: number[] = []
    for (let bin = first; bin < upper && bin <= SIZE / 2; bin++)
      weights.push(bin <= middle ? (bin - lower) / (middle - lower) : (upper - bin) / (upper - middle))
    const group = BORDERS.filter((border) => middle * width > border).length
    return { group, first, weights: Float32Array.from(weights) }
  })
}

/**
 * Spectral flux of the logarithmic mel spectrum, 86 a second: the rise of each band over what it and its neighbours were
 * two frames before (the neighbours, so that vibrato is no onset: SuperFlux, Böck and Widmer, DAFx 2013), less its moving
 * mean, not below 0. No unit.
 */
export function createNovelty(ffts: Ffts): Measure<Novelty> {
  const bands = makeBands()
  const frames = [0, 1, 2].map(() => new Float32Array(bands.length)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const growers = [0, 1, 2, 3].map(() => createGrower()) as [Grower, Grower, Grower, Grower]
  const sums = new Float64Array(growers.length)
  const stft = createStft(ffts, {
    size: SIZE,
    hop: HOP,
    onFrame(magnitudes, index) {
      const now = frames[index % 3] as Float32Array
      const before = frames[(index + 3 - LAG) % 3] as Float32Array
      sums.fill(0)
      for (let b = 0; b < bands.length; b++) {
        const { group, first, weights } = bands[b] as Band
        let sum = 0
        for (let i = 0; i < weights.length; i++)
          sum += (weights[i] as number) * (magnitudes[first + i] as number)
        const level = Math.log1p(GAIN * sum)
        now[b] = Number.isFinite(level) ? level : 0
        if (index < LAG) continue
        const was = Math.max(before[b] as number, before[b - 1] ?? 0, before[b + 1] ?? 0)
        if ((now[b] as number) > was) sums[group] = (sums[group] as number) + (now[b] as number) - was
      }
      for (let group = 0; group < growers.length; group++)
        (growers[group] as Grower).push(sums[group] as number)
    },
  })
  return {
    add: stft.add,
    end() {
      stft.end()
      const ranges = growers.map((grower) => standOut(grower.view()))
      const all = new Float32Array(ranges[0]?.length ?? 0)
      for (const range of ranges)
        for (let i = 0; i < all.length; i++) all[i] = (all[i] as number) + (range[i] as number)
      return {
        low: track(ranges[0] as Float32Array),
        high: track(ranges[3] as Float32Array),
        all: track(all),
      }
    },
  }
}

/** A rise is heard when it is in the middle of the window. */
const track = (values: Float32Array): Track => ({ values, rate: RATE, start: SIZE / 2 / ENGINE_RATE })

function standOut(raw: Float32Array): Float32Array {
  const half = Math.round(MEAN_SECONDS * RATE) >> 1
  const out = new Float32Array(raw.length)
  let sum = 0
  for (let i = 0; i < Math.min(half, raw.length); i++) sum += raw[i] as number
  for (let i = 0; i < raw.length; i++) {
    sum += (raw[i + half] ?? 0) - (raw[i - half - 1] ?? 0)
    const mean = sum / (Math.min(raw.length, i + half + 1) - Math.max(0, i - half))
    out[i] = Math.max(0, (raw[i] as number) - mean)
  }
  return out
}
