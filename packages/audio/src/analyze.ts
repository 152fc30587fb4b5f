import type { Analysis } from './analysis.ts'
import { createBreath } from './breath.ts'
import { createEars } from './ears.ts'
import { loadFfts } from './signal/fft.ts'
import { blocksOf, type Sound } from './sound.ts'
import type { Tagger } from './tags/tagger.ts'

export type { Sound } from './sound.ts'

export type AnalyzeOptions = {
  /** Ends the work: `analyze` rejects with its reason. */
  signal?: AbortSignal
  /** Told how far it is, 0 to 1, never less than before; between 0 and 1 only where the duration is known. */
  onProgress?: (share: number) => void
  /** Seconds a stream will have, as far as one knows. */
  duration?: number
  /** Says what is to be heard; without it tags and estimates come from the signal alone. */
  tagger?: Tagger | null
}

/** The sample rates that are taken, in Hz. */
export const LOWEST_RATE = 8000
export const HIGHEST_RATE = 192_000

/** The share of the whole work that is done when the last sample has been heard. */
const HEARING = 0.95

/**
 * Everything there is to say about a recording. The one front door of the engine: samples in, `Analysis` out, in a Node
 * worker and in the browser alike; the same samples give the same answer, however they are cut into blocks. Memory stays
 * small for any length when `sound` is a stream. What is no number counts as silence.
 * @throws RangeError for a rate out of range, no whole number, or channels that do not fit together
 */
export async function analyze(
  sound: Sound,
  sampleRate: number,
  options: AnalyzeOptions = {},
): Promise<Analysis> {
  const { signal, onProgress = () => {} } = options
  if (!Number.isInteger(sampleRate) || sampleRate < LOWEST_RATE || sampleRate > HIGHEST_RATE) {
    throw new RangeError(
      `the sample rate has to be ${LOWEST_RATE} to ${HIGHEST_RATE} Hz, and is ${sampleRate}`,
    )
  }
  const whole = 'length' in sound ? (sound[0]?.length ?? 0) : (options.duration ?? 0) * sampleRate
  const breathe = createBreath(signal)
  const ears = createEars(await loadFfts(), sampleRate, options.tagger ?? null)
  let heard = 0
  let told = 0
  for await (const channels of blocksOf(sound, signal)) {
    await breathe()
    await ears.add(channels)
    heard += channels[0]?.length ?? 0
    const share = whole > 0 ? HEARING * Math.min(1, heard / whole) : 0
    if (share <= told) continue
    told = share
    onProgress(share)
  }
  signal?.throwIfAborted()
  const analysis = await ears.end()
  onProgress(1)
  return analysis
}
