import type { Analysis } from './analysis.ts'
import { createEars } from './ears.ts'
import { type ListenOptions, listen } from './listen.ts'
import { loadFfts } from './signal/fft.ts'
import type { Sound } from './sound.ts'
import type { Tagger } from './tags/tagger.ts'

export type AnalyzeOptions = ListenOptions & {
  /** Says what is to be heard; without it tags and estimates come from the signal alone. It is not disposed of. */
  tagger?: Tagger | null
}

/**
 * Everything there is to say about a recording. The front door of the engine: samples in, `Analysis` out, in a Node worker and
 * in the browser alike; the same samples give the same answer, however they are cut into blocks. Memory stays small for
 * any length when `sound` is a stream. What is no number counts as silence.
 * @param sampleRate of the samples: a whole number from 8,000 to 192,000 Hz
 * @throws RangeError for a rate out of range, or channels that do not fit together
 */
export async function analyze(
  sound: Sound,
  sampleRate: number,
  options: AnalyzeOptions = {},
): Promise<Analysis> {
  const ffts = await loadFfts()
  return listen(sound, sampleRate, options, () => createEars(ffts, sampleRate, options.tagger ?? null))
}
