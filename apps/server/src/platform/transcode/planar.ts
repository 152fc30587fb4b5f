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
  let frame = 0
  let channel = 0
  for await (const chunk of floats) {
    for (const value of chunk) {
      ;(block[channel] as Float32Array)[frame] = value
      if (++channel < channels) continue
      channel = 0
      if (++frame < BLOCK) continue
      yield block
      block = fresh()
      frame = 0
    }
  }
  if (frame > 0) yield block.map((each) => each.slice(0, frame))
}
