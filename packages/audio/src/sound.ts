/** The channels of a whole recording, or a stream of blocks of them; left, right, centre, effects, surrounds. */
export type Sound = readonly Float32Array[] | AsyncIterable<readonly Float32Array[]>

/** Samples a block has at most: some half a second, so that an abort is heard soon and memory stays small. */
const BLOCK = 24_000

/** What is louder than 48 dB above full scale is a fault of a file, as what is no number is. */
const LOUDEST = 256

/**
 * The sound in blocks of one size, but for the last, each with the same count of channels, all of them sane numbers: measures
 * hear the same blocks, however it came. Each is overwritten by the next. A signal also ends the wait for a block that does not come.
 */
export async function* blocksOf(sound: Sound, signal?: AbortSignal): AsyncGenerator<readonly Float32Array[]> {
  let block: Float32Array[] | undefined
  let filled = 0
  for await (const channels of Symbol.asyncIterator in sound ? untilAborted(sound, signal) : [sound]) {
    const length = channels[0]?.length ?? 0
    block ??= channels.map(() => new Float32Array(BLOCK))
    if (channels.length !== block.length || channels.some((channel) => channel.length !== length)) {
      throw new RangeError('every block has to have the same channels, each as long as the others')
    }
    for (let from = 0; from < length; ) {
      const to = Math.min(length, from + BLOCK - filled)
      for (const [index, channel] of channels.entries()) {
        copySane(channel.subarray(from, to), block[index] as Float32Array, filled)
      }
      filled += to - from
      from = to
      if (filled < BLOCK) continue
      yield block
      filled = 0
    }
  }
  if (block && filled > 0) yield block.map((channel) => channel.subarray(0, filled))
}

async function* untilAborted<T>(source: AsyncIterable<T>, signal?: AbortSignal): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await orAborted(iterator.next(), signal)
      if (done) return
      yield value
    }
  } finally {
    // not waited for: it may hang in what was waited for in vain
    iterator.return?.().catch(() => {})
  }
}

/** Not by Promise.race: a promise that never settles would hold on to every block that won against it. */
function orAborted<T>(coming: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return coming
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    coming.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
    if (signal.aborted) abort()
  })
}

/** What is no number becomes silence, and what is too loud as loud as may be. */
function copySane(samples: Float32Array, to: Float32Array, at: number): void {
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] as number
    if (Math.abs(sample) <= LOUDEST) to[at + i] = sample
    else to[at + i] = Number.isFinite(sample) ? Math.sign(sample) * LOUDEST : 0
  }
}

/** The mean of all channels. */
export function monoOf(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), second] = channels
  if (!second) return first
  const share = 1 / channels.length
  const mono = new Float32Array(first.length)
  // plain loops, and the usual case in one: this is done to every sample of every channel
  for (let i = 0; i < mono.length; i++) mono[i] = ((first[i] as number) + (second[i] as number)) * share
  for (const channel of channels.slice(2)) {
    for (let i = 0; i < mono.length; i++) mono[i] = (mono[i] as number) + (channel[i] as number) * share
  }
  return mono
}
