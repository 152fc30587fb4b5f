import type { Measure } from '../measures/measure.ts'
import { createTonality } from '../measures/tonality.ts'
import type { Ffts } from '../signal/fft.ts'
import type { Picture } from './picture.ts'

/** The twelve pitch classes from C up along the sound, 0 to 1, tuned as the recording is (measures/tonality.ts). */
export function createChromagram(ffts: Ffts): Measure<Picture> {
  const tonality = createTonality(ffts)
  return {
    add: tonality.add,
    end() {
      const { step, values } = tonality.end().chroma
      return {
        width: values.length,
        height: 12,
        values: Float32Array.from(values.flat()),
        step,
        rows: Array.from({ length: 12 }, (_, pitch) => pitch),
        unit: 'pitch class',
        range: { least: 0, most: 1, unit: 'strength' },
      }
    },
  }
}
