import type { Ffts } from '../signal/fft.ts'
import { createStft } from '../signal/stft.ts'
import { createBands } from './descriptors/bands.ts'
import { type Envelopes, lowPulse, modulation, pauses } from './descriptors/envelopes.ts'
import { createFineStructure } from './descriptors/fine-structure.ts'
import { createLevels } from './descriptors/levels.ts'
import { CURVES, type Curves, createSteps } from './descriptors/steps.ts'
import { ENGINE_RATE, type Measure } from './measure.ts'

/** Simple descriptors along the recording: each a curve of `length` values, `step` seconds apart. */
export type Descriptors = Curves & { step: number; length: number }

const SIZE = 2048
const HOP = 525
/** Frames a step; with the hop exactly half a second. */
const FRAMES = 21
export const STEP = (FRAMES * HOP) / ENGINE_RATE

/**
 * Descriptors of half-second steps from one transform of 2,048 samples every 24 ms: level, spectrum, novelty, steadiness of
 * the partials and modulation. They are what segments, estimates and tags lean on where the tagging model is missing, and a
 * second opinion where it is there. 84 numbers a second of sound are kept beside the curves.
 */
export function createDescriptors(ffts: Ffts): Measure<Descriptors> {
  const levels = createLevels(FRAMES * HOP)
  const bands = createBands(SIZE)
  const fine = createFineStructure(SIZE)
  const steps = createSteps(SIZE, HOP, FRAMES)
  const envelopes: Envelopes = { rate: ENGINE_RATE / HOP, all: [], low: [] }
  const stft = createStft(ffts, {
    size: SIZE,
    hop: HOP,
    onFrame(magnitudes, index) {
      const band = bands.next(magnitudes)
      envelopes.all.push(band.power)
      envelopes.low.push(band.lowRise)
      steps.add(index, magnitudes, band, fine.next(magnitudes, index))
    },
  })
  // frames are centred: the first one stands at the very beginning
  stft.add(new Float32Array(SIZE / 2))
  return {
    add(block) {
      levels.add(block)
      stft.add(block)
    },
    end() {
      stft.add(new Float32Array(SIZE / 2))
      stft.end()
      const level = levels.end()
      const length = level.level.length
      const spectra = steps.end(length)
      const curves: Curves = {
        ...level,
        ...spectra,
        modulation: modulation(envelopes, STEP, length),
        pauses: pauses(envelopes, STEP, length),
        lowPulse: lowPulse(envelopes, STEP, length),
      }
      for (const name of CURVES) {
        const curve = curves[name]
        for (let i = 0; i < length; i++) if (!Number.isFinite(curve[i])) curve[i] = 0
      }
      return { step: STEP, length, ...curves }
    },
  }
}
