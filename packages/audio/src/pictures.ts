import type { ListenOptions } from './listen.ts'
import { createChromagram } from './pictures/chromagram.ts'
import { drawn, type Picture } from './pictures/picture.ts'
import { createSpectrogram } from './pictures/spectrogram.ts'
import { createTempogram } from './pictures/tempogram.ts'
import type { Sound } from './sound.ts'

export type { Picture } from './pictures/picture.ts'

type Draw = (sound: Sound, sampleRate: number, options?: ListenOptions) => Promise<Picture>

/** Frequencies along the time: 128 mel bands in dB below full scale. */
export const spectrogram: Draw = (sound, sampleRate, options = {}) =>
  drawn(sound, sampleRate, options, createSpectrogram)

/** The twelve pitch classes along the time. */
export const chromagram: Draw = (sound, sampleRate, options = {}) =>
  drawn(sound, sampleRate, options, createChromagram)

/** The speeds at which it pulses along the time. */
export const tempogram: Draw = (sound, sampleRate, options = {}) =>
  drawn(sound, sampleRate, options, createTempogram)
