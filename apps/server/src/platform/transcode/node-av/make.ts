import { rm } from 'node:fs/promises'
import path from 'node:path'
import { codecsOf } from '../codecs.ts'
import { fault, mostBytes, PATIENCE, patience } from '../limits.ts'
import { planRungs, SOUND_BITRATE } from '../rungs.ts'
import type { MadeRung, Run, Rung, Source } from '../transcoder.ts'
import type { Bounds } from '../watch.ts'
import { runChild } from './child-process.ts'
import { probe } from './probe.ts'
import type { Results, Task } from './tasks.ts'

const MB = 1_048_576
const PREVIEW_BITRATE = 400_000
const MOST_SOUND_BITRATE = 160_000

type Bounded = Bounds & { files: readonly string[] }

/** Runs a task that writes files, which are gone again unless it succeeds. */
async function make<T extends Task>(task: T, bounds: Bounded, run: Run): Promise<Results[T['do']]> {
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
  const { video, audio, duration } = await probe(source, run)
  if (video === null) throw fault('no_picture')
  return { video, audio, duration }
}

export async function still(source: Source, to: { file: string; at: number }, run: Run): Promise<void> {
  await probePicture(source, run)
  const bounds = { milliseconds: patience(PATIENCE.still, 0), files: [to.file], bytes: 32 * MB }
  await make({ do: 'still', source, ...to }, bounds, run)
}

export async function preview(
  source: Source,
  to: { file: string; at: number; seconds: number },
  run: Run,
): Promise<void> {
  await probePicture(source, run)
  const bytes = mostBytes(PREVIEW_BITRATE, to.seconds)
  const bounds = { milliseconds: patience(PATIENCE.preview, 0), files: [to.file], bytes }
  await make({ do: 'preview', source, ...to }, bounds, run)
}

export async function ladder(
  source: Source,
  { folder, rungs }: { folder: string; rungs: readonly Rung[] },
  run: Run,
): Promise<MadeRung[]> {
  const { video, audio, duration } = await probePicture(source, run)
  const planned = planRungs(video, rungs)
  const bounds = {
    milliseconds: patience(PATIENCE.ladder, duration),
    files: planned.flatMap(({ name }) =>
      [`${name}.mp4`, `${name}.m3u8`, `${name}.m3u8.tmp`].map((file) => path.join(folder, file)),
    ),
    bytes: planned.reduce(
      (sum, { videoBitrate }) => sum + mostBytes(videoBitrate + SOUND_BITRATE, duration),
      0,
    ),
  }
  const coded = await make({ do: 'ladder', source, folder, rungs, duration }, bounds, run)
  return Promise.all(
    coded.map(async (rung, index) => ({
      ...rung,
      bitrate: Math.round(planned[index]!.videoBitrate * 1.1) + (audio ? SOUND_BITRATE : 0),
      codecs: await codecsOf(rung.file),
    })),
  )
}

export async function joined(rung: MadeRung, { file }: { file: string }, run: Run): Promise<void> {
  // our own file: what it holds is known, and copying is quick whatever its length
  const duration = Number.POSITIVE_INFINITY
  const source = { path: rung.file, container: 'mov' } as const
  const bounds = { milliseconds: patience(PATIENCE.joined, duration), files: [file] }
  await make({ do: 'joined', source, file, duration: 0 }, bounds, run)
}

export async function sound(source: Source, { file }: { file: string }, run: Run): Promise<void> {
  const { audio, duration } = await probe(source, run)
  if (audio === null) throw fault('no_sound')
  const bounds = {
    milliseconds: patience(PATIENCE.sound, duration),
    files: [file],
    bytes: mostBytes(MOST_SOUND_BITRATE, duration),
  }
  await make({ do: 'sound', source, file, duration }, bounds, run)
}
