/** Frames of a block. */
const BLOCK = 32_768

/**
 * Blocks of one array a channel out of floats of which each channel's follow each other in turn, however many come at a
 * time; all blocks but the last are of one length, in memory of their own.
 */
export async function* planarOf(
  floats: AsyncIterable<Float32Array>,
  channels: number,
): AsyncGenerator<Float32Array[]> {
  const fresh = () => Array.from({ length: channels }, () => new Float32Array(BLOCK))
  let block = fresh()
  let filled = 0
  let rest = new Float32Array(0)
  for await (const more of floats) {
    const chunk = rest.length === 0 ? more : joined(rest, more)
    const frames = Math.floor(chunk.length / channels)
    for (let from = 0; from < frames; ) {
      const count = Math.min(BLOCK - filled, frames - from)
      for (let channel = 0; channel < channels; channel++) {
        const into = block[channel] as Float32Array
        const at = from * channels + channel
        for (let i = 0; i < count; i++) into[filled + i] = chunk[at + i * channels] as number
      }
      from += count
      filled += count
      if (filled < BLOCK) continue
      yield block
      block = fresh()
      filled = 0
    }
    rest = chunk.slice(frames * channels)
  }
  if (filled > 0) yield block.map((each) => each.slice(0, filled))
}

function joined(first: Float32Array, second: Float32Array): Float32Array {
  const both = new Float32Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
