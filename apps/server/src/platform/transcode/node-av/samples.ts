import { samplesBounds } from '../bounds.ts'
import { floatsOf } from '../floats.ts'
import { fault } from '../limits.ts'
import type { Run, Source } from '../transcoder.ts'
import { startChild } from './child-process.ts'
import { probe } from './probe.ts'

export async function* samples(source: Source, sampleRate: number, run: Run): AsyncGenerator<Float32Array> {
  const { audio, duration } = await probe(source, run)
  if (audio === null) throw fault('no_sound')
  const child = await startChild(
    { do: 'samples', source, sampleRate, duration },
    samplesBounds(duration),
    run,
  )
  try {
    yield* floatsOf(child.stdout as AsyncIterable<Buffer>)
    await child.result
    run.onProgress?.(1)
  } finally {
    // whoever stops listening stops the child
    child.stop()
  }
}
