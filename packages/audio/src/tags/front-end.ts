import type { Ffts } from '../signal/fft.ts'
import { hann } from '../signal/window.ts'
import { PATCH_BANDS, PATCH_FRAMES } from './tagger.ts'

/** Samples a second of what the tagging model hears. */
export const HEARING_RATE = 16_000
const FRAME = 400
const HOP = 160
const FFT = 512
const LOWEST = 125
const HIGHEST = 7500
const OFFSET = 0.001
/** Frames from the start of one patch to that of the next: three quarters of a patch. */
const PATCH_HOP = 72
/** Seconds from the start of one patch to that of the next. */
export const PATCH_STEP = (PATCH_HOP * HOP) / HEARING_RATE
/** Seconds a patch is long. */
export const PATCH_LENGTH = (PATCH_FRAMES * HOP) / HEARING_RATE

export type FrontEnd = {
  /** Sound at HEARING_RATE, in blocks of any size. */
  add(block: Float32Array): void
  /** A sound shorter than a patch is filled up with silence; a longer one leaves out what is left, less than a step. */
  end(): void
}

/**
 * YAMNet's front end: frames of 25 ms (periodic Hann) every 10 ms, 64 mel bands (HTK) of their magnitudes from 125 to
 * 7,500 Hz, ln(x + 0.001), in patches of 96 frames that overlap by a quarter. `onPatch` is told each; it is overwritten by the
 * next.
 */
export function createFrontEnd(ffts: Ffts, onPatch: (patch: Float32Array) => void): FrontEnd {
  const fft = ffts(FFT)
  const window = hann(FRAME)
  const bands = melBands()
  const held = new Float32Array(FRAME)
  const magnitudes = new Float32Array(FFT / 2 + 1)
  const patch = new Float32Array(PATCH_FRAMES * PATCH_BANDS)
  let [filled, frames, patches, heard] = [0, 0, 0, false]

  const frame = () => {
    fft.magnitudes(held, window, magnitudes)
    bands.forEach(({ first, weights }, band) => {
      let sum = 0
      for (let i = 0; i < weights.length; i++)
        sum += (magnitudes[first + i] as number) * (weights[i] as number)
      patch[frames * PATCH_BANDS + band] = Math.log(sum + OFFSET)
    })
    held.copyWithin(0, HOP)
    filled -= HOP
    if (++frames < PATCH_FRAMES) return
    onPatch(patch)
    patches++
    patch.copyWithin(0, PATCH_HOP * PATCH_BANDS)
    frames -= PATCH_HOP
  }

  const add = (block: Float32Array) => {
    heard ||= block.length > 0
    for (let from = 0; from < block.length; ) {
      const part = block.subarray(from, from + FRAME - filled)
      held.set(part, filled)
      filled += part.length
      from += part.length
      if (filled === FRAME) frame()
    }
  }
  return {
    add,
    end() {
      const silence = new Float32Array(HOP)
      while (heard && patches === 0) add(silence)
    },
  }
}

const mel = (frequency: number) => 1127 * Math.log1p(frequency / 700)

/** Triangles that are straight on the mel scale, each reaching from the middle of its neighbour to that of the other. */
function melBands(): { first: number; weights: Float32Array }[] {
  const [low, high] = [mel(LOWEST), mel(HIGHEST)]
  const width = (high - low) / (PATCH_BANDS + 1)
  return Array.from({ length: PATCH_BANDS }, (_, band) => {
    const middle = low + width * (band + 1)
    const all = Array.from({ length: FFT / 2 + 1 }, (_, bin) =>
      Math.max(0, 1 - Math.abs(mel((bin * HEARING_RATE) / FFT) - middle) / width),
    )
    const first = all.findIndex((weight) => weight > 0)
    return { first, weights: Float32Array.from(all.slice(first).filter((weight) => weight > 0)) }
  })
}
