import { channelsBounds, samplesBounds } from '../bounds.ts'
import { floatsOf } from '../floats.ts'
import { channelsForm } from '../forms.ts'
import { fault } from '../limits.ts'
import { planarOf } from '../planar.ts'
import type { Run, Sound, Source } from '../transcoder.ts'
import { startChild } from './child-process.ts'
import { probe } from './probe.ts'
import type { Task } from './tasks.ts'

async function probeSound(source: Source, run: Run) {
  const { audio, duration } = await probe(source, run)
  if (audio === null) throw fault('no_sound')
  return { audio, duration }
}

export async function* samples(source: Source, sampleRate: number, run: Run): AsyncGenerator<Float32Array> {
  const { duration } = await probeSound(source, run)
  yield* listen({ do: 'samples', source, sampleRate, duration }, run)
}

export async function channels(source: Source, run: Run): Promise<Sound> {
  const { audio, duration } = await probeSound(source, run)
  const form = channelsForm(audio)
  const floats = listen({ do: 'channels', source, duration, ...form }, run)
  return { ...form, duration, blocks: planarOf(floats, form.channels) }
}

/** The sound as a child puts it out. */
async function* listen(task: Task & { do: 'samples' | 'channels' }, run: Run): AsyncGenerator<Float32Array> {
  const bounds = task.do === 'samples' ? samplesBounds : channelsBounds
  const child = await startChild(task, bounds(task.duration), run)
  try {
    yield* floatsOf(child.stdout as AsyncIterable<Buffer>)
    await child.result
    run.onProgress?.(1)
  } finally {
    // whoever stops listening stops the child
    child.stop()
  }
}
