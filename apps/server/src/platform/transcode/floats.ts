/** 32-bit floats out of a stream of their bytes, whose chunks may end anywhere. */
export async function* floatsOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Float32Array> {
  let rest = Buffer.alloc(0)
  for await (const more of stream) {
    const bytes = Buffer.concat([rest, more])
    const whole = bytes.length >> 2
    rest = bytes.subarray(whole * 4)
    if (whole === 0) continue
    // in memory of their own, where four bytes line up
    const floats = new Float32Array(whole)
    Buffer.from(floats.buffer).set(bytes.subarray(0, whole * 4))
    yield floats
  }
}
