import load from '@echogarden/pffft-wasm/simd'

/** The spectrum of `size` real samples: `size / 2 + 1` bins from 0 Hz to half the sample rate, not scaled. */
export type RealFft = {
  size: number
  /** Reads `size` samples, writes the real and imaginary parts of all bins. */
  transform(samples: Float32Array, real: Float32Array, imaginary: Float32Array): void
  /** Writes the magnitudes of all bins of what is seen through a window, at most `size` long; silence follows it. */
  magnitudes(samples: Float32Array, window: Float32Array, into: Float32Array): void
}

/** Hands out the transform of a size: a power of two from 32 up. */
export type Ffts = (size: number) => RealFft

const REAL = 0
const FORWARD = 0

let loading: Promise<Ffts> | undefined

/** PFFFT in WebAssembly with SIMD (BSD), loaded once a thread. */
export const loadFfts = (): Promise<Ffts> => {
  loading ??= make()
  return loading
}

async function make(): Promise<Ffts> {
  const wasm = await load()
  const made = new Map<number, RealFft>()
  const room = (size: number) => wasm._pffft_aligned_malloc(size * Float32Array.BYTES_PER_ELEMENT)
  const create = (size: number): RealFft => {
    const setup = wasm._pffft_new_setup(size, REAL)
    if (setup === 0) throw new RangeError(`no transform of ${size} samples`)
    const [input, output, work] = [room(size), room(size), room(size)]
    const half = size / 2
    return {
      size,
      transform(samples, real, imaginary) {
        wasm.HEAPF32.set(samples, input >> 2)
        wasm._pffft_transform_ordered(setup, input, output, work, FORWARD)
        // 0 Hz and half the sample rate are real and share the first pair
        const [spectrum, at] = [wasm.HEAPF32, output >> 2]
        real[0] = spectrum[at] as number
        imaginary[0] = 0
        real[half] = spectrum[at + 1] as number
        imaginary[half] = 0
        for (let bin = 1; bin < half; bin++) {
          real[bin] = spectrum[at + 2 * bin] as number
          imaginary[bin] = spectrum[at + 2 * bin + 1] as number
        }
      },
      magnitudes(samples, window, into) {
        const [heap, from, at] = [wasm.HEAPF32, input >> 2, output >> 2]
        for (let i = 0; i < window.length; i++)
          heap[from + i] = (samples[i] as number) * (window[i] as number)
        if (window.length < size) heap.fill(0, from + window.length, from + size)
        wasm._pffft_transform_ordered(setup, input, output, work, FORWARD)
        into[0] = Math.abs(heap[at] as number)
        into[half] = Math.abs(heap[at + 1] as number)
        for (let bin = 1; bin < half; bin++) {
          const real = heap[at + 2 * bin] as number
          const imaginary = heap[at + 2 * bin + 1] as number
          into[bin] = Math.sqrt(real * real + imaginary * imaginary)
        }
      },
    }
  }
  return (size) => {
    const fft = made.get(size) ?? create(size)
    made.set(size, fft)
    return fft
  }
}
