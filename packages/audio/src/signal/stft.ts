import type { Ffts } from './fft.ts'
import { hann } from './window.ts'

export type StftOptions = {
  /** Samples a frame, a power of two. */
  size: number
  /** Samples from one frame to the next. */
  hop: number
  /** Told the magnitudes of `size / 2 + 1` bins of each frame, in order; they are overwritten by the next. */
  onFrame: (magnitudes: Float32Array, index: number) => void
}

export type Stft = {
  add(block: Float32Array): void
  /** Gives what is left as a last frame, filled up with silence; a sound shorter than a frame has that one alone. */
  end(): void
}

/** Magnitudes of overlapping Hann-windowed frames of a sound that comes in blocks of any size; frame `i` begins at `i * hop`. */
export function createStft(ffts: Ffts, { size, hop, onFrame }: StftOptions): Stft {
  const fft = ffts(size)
  const window = hann(size)
  const held = new Float32Array(size)
  const magnitudes = new Float32Array(size / 2 + 1)
  let filled = 0
  let index = 0
  const give = () => {
    fft.magnitudes(held, window, magnitudes)
    onFrame(magnitudes, index++)
    held.copyWithin(0, hop)
    filled -= hop
  }
  return {
    add(block) {
      for (let from = 0; from < block.length; ) {
        const part = block.subarray(from, from + size - filled)
        held.set(part, filled)
        filled += part.length
        from += part.length
        if (filled === size) give()
      }
    },
    end() {
      if (filled === 0 || (index > 0 && filled <= size - hop)) return
      held.fill(0, filled)
      give()
    },
  }
}
