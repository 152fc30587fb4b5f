import { createBreath } from './breath.ts'
import { blocksOf, type Sound } from './sound.ts'

export type ListenOptions = {
  /** Ends the work, which rejects with its reason. */
  signal?: AbortSignal
  /** Told how far it is, 0 to 1, never less than before; between 0 and 1 only where the duration is known. */
  onProgress?: (share: number) => void
  /** Seconds a stream will have, as far as one knows. */
  duration?: number
}

/** Hears all channels a block at a time, and makes something of them at the end. */
export type Ear<Result> = {
  add(channels: readonly Float32Array[]): void | Promise<void>
  end(): Result | Promise<Result>
}

/** The sample rates that are taken, in Hz. */
const [LOWEST_RATE, HIGHEST_RATE] = [8000, 192_000]

/** The share of the whole work that is done when the last sample has been heard. */
const HEARING = 0.95

/**
 * Has a sound heard block by block, letting the thread's other work in now and then.
 * @throws RangeError for a rate out of range or no whole number, or channels that do not fit together
 */
export async function listen<Result>(
  sound: Sound,
  sampleRate: number,
  { signal, onProgress = () => {}, duration = 0 }: ListenOptions,
  createEar: () => Ear<Result>,
): Promise<Result> {
  if (!isRate(sampleRate)) {
    throw new RangeError(
      `the sample rate has to be a whole number from ${LOWEST_RATE} to ${HIGHEST_RATE} Hz, not ${sampleRate}`,
    )
  }
  const ear = createEar()
  const whole = 'length' in sound ? (sound[0]?.length ?? 0) : duration * sampleRate
  const breathe = createBreath(signal)
  let heard = 0
  let told = 0
  for await (const channels of blocksOf(sound, signal)) {
    await breathe()
    await ear.add(channels)
    heard += channels[0]?.length ?? 0
    const share = whole > 0 ? HEARING * Math.min(1, heard / whole) : 0
    if (share <= told) continue
    told = share
    onProgress(share)
  }
  signal?.throwIfAborted()
  const result = await ear.end()
  onProgress(1)
  return result
}

const isRate = (rate: number) => Number.isInteger(rate) && rate >= LOWEST_RATE && rate <= HIGHEST_RATE
