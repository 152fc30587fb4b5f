import { type ListenOptions, listen } from '../listen.ts'
import { ENGINE_RATE, type Measure } from '../measures/measure.ts'
import { type Ffts, loadFfts } from '../signal/fft.ts'
import { createResampler } from '../signal/resample.ts'
import { monoOf, type Sound } from '../sound.ts'

/** A picture of a sound: time runs from left to right, rows from the bottom up. */
export type Picture = {
  width: number
  height: number
  /** `height` values a column, one column after the other, from the lowest row up. */
  values: Float32Array
  /** Seconds from one column to the next; the first one begins at 0. */
  step: number
  /** What each row stands for, from the lowest up, in `unit`. */
  rows: number[]
  unit: 'Hz' | 'BPM' | 'pitch class'
  /** What the values lie between. */
  range: { least: number; most: number; unit: 'dB' | 'strength' }
}

/** Columns a picture has at most. */
export const MOST_COLUMNS = 1600

/** Has a measure hear the mean of all channels. */
export async function drawn(
  sound: Sound,
  sampleRate: number,
  options: ListenOptions,
  create: (ffts: Ffts) => Measure<Picture>,
): Promise<Picture> {
  const ffts = await loadFfts()
  return listen(sound, sampleRate, options, () => {
    const resampler = createResampler(sampleRate, ENGINE_RATE)
    const measure = create(ffts)
    return {
      add: (channels) => measure.add(resampler.add(monoOf(channels))),
      end() {
        measure.add(resampler.end())
        return measure.end()
      },
    }
  })
}
