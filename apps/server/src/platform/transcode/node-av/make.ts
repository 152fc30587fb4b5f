import { rm } from 'node:fs/promises'
import {
  type FileBounds,
  joinedBounds,
  ladderBounds,
  previewBounds,
  soundBounds,
  stillBounds,
} from '../bounds.ts'
import { describeRung } from '../describe.ts'
import { streamForm } from '../forms.ts'
import { fault } from '../limits.ts'
import { planRungs } from '../rungs.ts'
import type { MadeRung, Run, Rung, Source } from '../transcoder.ts'
import { runChild } from './child-process.ts'
import { probe } from './probe.ts'
import type { Results, Task } from './tasks.ts'

/** Runs a task that writes files, which are gone again unless it succeeds. */
async function make<T extends Task>(task: T, bounds: FileBounds, run: Run): Promise<Results[T['do']]> {
  try {
    const result = await runChild(task, bounds, run)
    run.onProgress?.(1)
    return result
  } catch (error) {
    await Promise.all(bounds.files.map((file) => rm(file, { force: true })))
    throw error
  }
}

async function probePicture(source: Source, run: Run) {
  const { video, duration } = await probe(source, run)
  if (video === null) throw fault('no_picture')
  return { video, duration }
}

export async function still(source: Source, to: { file: string; at: number }, run: Run): Promise<void> {
  await probePicture(source, run)
  await make({ do: 'still', source, ...to }, stillBounds(to.file), run)
}

export async function preview(
  source: Source,
  to: { file: string; at: number; seconds: number },
  run: Run,
): Promise<void> {
  await probePicture(source, run)
  await make({ do: 'preview', source, ...to }, previewBounds(to.file, to.seconds), run)
}

export async function ladder(
  source: Source,
  { folder, rungs }: { folder: string; rungs: readonly Rung[] },
  run: Run,
): Promise<MadeRung[]> {
  const { video, duration } = await probePicture(source, run)
  const bounds = ladderBounds(folder, planRungs(video, rungs), duration)
  const coded = await make({ do: 'ladder', source, folder, rungs, duration }, bounds, run)
  return Promise.all(coded.map(describeRung))
}

export async function joined(rung: MadeRung, { file }: { file: string }, run: Run): Promise<void> {
  const source = { path: rung.file, container: 'mov' } as const
  await make({ do: 'joined', source, file, duration: 0 }, joinedBounds(file), run)
}

export async function sound(source: Source, { file }: { file: string }, run: Run): Promise<void> {
  const { audio, duration } = await probe(source, run)
  if (audio === null) throw fault('no_sound')
  const bounds = soundBounds(file, streamForm(audio), duration)
  await make({ do: 'sound', source, file, duration }, bounds, run)
}
