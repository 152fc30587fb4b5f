import { fault, PATIENCE, patience } from '../limits.ts'
import type { Run, Source } from '../transcoder.ts'
import { startChild } from './child-process.ts'
import { probe } from './probe.ts'

export async function* samples(source: Source, sampleRate: number, run: Run): AsyncGenerator<Float32Array> {
  const { audio, duration } = await probe(source, run)
  if (audio === null) throw fault('no_sound')
  const bounds = { milliseconds: patience(PATIENCE.sound, duration) }
  const child = await startChild({ do: 'samples', source, sampleRate, duration }, bounds, run)
  let rest = Buffer.alloc(0)
  try {
    for await (const more of child.stdout as AsyncIterable<Buffer>) {
      const bytes = Buffer.concat([rest, more])
      const whole = bytes.length >> 2
      rest = bytes.subarray(whole * 4)
      if (whole > 0) yield floats(bytes, whole)
    }
    await child.result
    run.onProgress?.(1)
  } finally {
    // whoever stops listening stops the child
    child.stop()
  }
}

/** In memory of their own, where four bytes line up. */
function floats(bytes: Buffer, count: number): Float32Array {
  const aligned = new Float32Array(count)
  Buffer.from(aligned.buffer).set(bytes.subarray(0, count * 4))
  return aligned
}
