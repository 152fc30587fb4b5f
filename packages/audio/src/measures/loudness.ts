import { createKWeighting } from './k-weighting.ts'
import { createTruePeak } from './true-peak.ts'

export type Loudness = {
  /** LUFS; null where no block of 400 ms is above the absolute gate. */
  loudness_lufs: number | null
  /** LU; null where no stretch of 3 s is above the absolute gate. */
  loudness_range: number | null
  /** dBTP; null for digital silence. */
  true_peak: number | null
}

export type LoudnessMeter = {
  /** As many channels as announced, equally long, of any length. */
  add(channels: readonly Float32Array[]): void
  end(): Loudness
}

/** Steps a second: windows of 400 ms and of 3 s both move by one. */
const STEPS = 10
const MOMENTARY = 4
const SHORT_TERM = 30
const ABSOLUTE_GATE = -70

/**
 * Integrated loudness (ITU-R BS.1770-4: K-weighting, blocks of 400 ms that overlap by 75 %, gates at -70 LUFS and at 10 LU
 * below the mean), loudness range (EBU Tech 3342: between the 10th and the 95th percentile of windows of 3 s, gates at -70
 * LUFS and at 20 LU below the mean) and true peak, of the sound as it came: any rate, one to eight channels. One channel
 * counts once. Keeps one number for each 100 ms.
 */
export function createLoudness(sampleRate: number, channels: number): LoudnessMeter {
  const weights = channelWeights(channels)
  const filters = weights.map(() => createKWeighting(sampleRate))
  const peaks = weights.map(() => createTruePeak(sampleRate))
  const steps: number[] = []
  // steps follow the clock, also where a tenth of a second is no whole number of samples
  const length = (step: number) =>
    Math.round(((step + 1) * sampleRate) / STEPS) - Math.round((step * sampleRate) / STEPS)
  let energy = 0
  let left = length(0)
  return {
    add(blocks) {
      const samples = blocks[0]?.length ?? 0
      for (let from = 0; from < samples; ) {
        const to = Math.min(samples, from + left)
        weights.forEach((weight, channel) => {
          if (weight > 0) energy += weight * (filters[channel]?.energy(blocks[channel]!, from, to) ?? 0)
        })
        left -= to - from
        from = to
        if (left > 0) continue
        steps.push(energy / length(steps.length))
        energy = 0
        left = length(steps.length)
      }
      peaks.forEach((peak, channel) => {
        peak.add(blocks[channel]!)
      })
    },
    end() {
      const peak = Math.max(0, ...peaks.map((of) => of.end()))
      return {
        loudness_lufs: integrated(steps),
        loudness_range: range(steps),
        true_peak: peak > 0 ? 20 * Math.log10(peak) : null,
      }
    },
  }
}

/**
 * What each channel weighs, by how many there are: L R, L R C, L R Ls Rs, L R C Ls Rs, L R C LFE Ls Rs, L R C LFE Cs Ls Rs,
 * L R C LFE Lb Rb Ls Rs. At the sides 1.41, the low-frequency channel nothing (BS.1770-4, tables 3 and 4).
 */
function channelWeights(channels: number): number[] {
  const side = 1.41
  const known: Record<number, number[]> = {
    4: [1, 1, side, side],
    5: [1, 1, 1, side, side],
    6: [1, 1, 1, 0, side, side],
    7: [1, 1, 1, 0, 1, side, side],
    8: [1, 1, 1, 0, 1, 1, side, side],
  }
  return known[channels] ?? new Array<number>(channels).fill(1)
}

const toLufs = (power: number) => -0.691 + 10 * Math.log10(power)
const toPower = (lufs: number) => 10 ** ((lufs + 0.691) / 10)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Mean power of each window of so many steps. */
function windows(steps: readonly number[], size: number): number[] {
  return Array.from({ length: Math.max(0, steps.length - size + 1) }, (_, first) => {
    let sum = 0
    for (let step = first; step < first + size; step++) sum += steps[step] as number
    return sum / size
  })
}

/** What is above the absolute gate and above the gate so many LU below the mean of that. */
function gated(powers: number[], below: number): number[] {
  const audible = powers.filter((power) => power > toPower(ABSOLUTE_GATE))
  const gate = toPower(toLufs(mean(audible)) - below)
  return audible.filter((power) => power > gate)
}

function integrated(steps: readonly number[]): number | null {
  const blocks = gated(windows(steps, MOMENTARY), 10)
  return blocks.length > 0 ? toLufs(mean(blocks)) : null
}

function range(steps: readonly number[]): number | null {
  const sorted = Float64Array.from(gated(windows(steps, SHORT_TERM), 20)).sort()
  if (sorted.length === 0) return null
  const percentile = (share: number) => toLufs(sorted[Math.round(share * (sorted.length - 1))] as number)
  return percentile(0.95) - percentile(0.1)
}
