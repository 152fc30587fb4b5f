import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { setPriority, tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { argumentsOf } from '../apps/server/src/platform/transcode/ffmpeg/convert.ts'
import { findFfmpeg } from '../apps/server/src/platform/transcode/ffmpeg/find.ts'
import { ladderMake } from '../apps/server/src/platform/transcode/ffmpeg/ladder.ts'
import { soundMake } from '../apps/server/src/platform/transcode/ffmpeg/sound.ts'
import { findTools, type Tools } from '../apps/server/src/platform/transcode/ffmpeg/tools.ts'
import { streamForm } from '../apps/server/src/platform/transcode/forms.ts'
import { findNodeAv } from '../apps/server/src/platform/transcode/node-av/find.ts'
import { planRungs, RUNGS } from '../apps/server/src/platform/transcode/rungs.ts'
import type { Source, Transcoder } from '../apps/server/src/platform/transcode/transcoder.ts'
import { median, report } from './measure.ts'

const ROUNDS = 3
const SECONDS = 20
const run = { signal: new AbortController().signal }

/** 20 s of 1080p with moving patterns, grain and a tone, as H.264 and AAC. */
async function synthesise(tools: Tools, file: string): Promise<void> {
  const picture = `testsrc2=s=1920x1080:r=30:d=${SECONDS},noise=alls=8:allf=t`
  const sound = `sine=f=440:r=48000:d=${SECONDS}`
  const coded = [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-b:v',
    '12M',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
  ]
  const inputs = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound]
  await promisify(execFile)(tools.ffmpeg, ['-nostdin', '-v', 'error', '-y', ...inputs, ...coded, file])
}

/** ffmpeg alone with the same arguments, told what we find out first. */
async function bare(tools: Tools, source: Source, make: readonly string[]): Promise<void> {
  const child = spawn(tools.ffmpeg, argumentsOf({ source, make }), {
    stdio: ['ignore', 'ignore', 'ignore', 'ignore'],
  })
  // as ours run
  setPriority(child.pid!, 10)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** The ladder and the sound of a video, by each tool here, against ffmpeg alone, in turns. */
export async function measureTranscode(): Promise<void> {
  const tools = await findTools('ffmpeg')
  if ('missing' in tools) throw new Error(`the ceiling needs ffmpeg: ${tools.missing}`)
  const all = await Promise.all([findFfmpeg('ffmpeg'), findNodeAv()])
  const found = all.filter((tool): tool is Transcoder => !('missing' in tool))
  const folder = await mkdtemp(path.join(tmpdir(), 'sms-bench-video-'))
  const source: Source = { path: path.join(folder, 'source.mp4'), container: 'mov' }
  const out = path.join(folder, 'sound.m4a')
  await synthesise(tools, source.path)
  const rungs = planRungs({ width: 1920, height: 1080 }, RUNGS)
  const form = streamForm({ channels: 1, sampleRate: 48_000 })
  const works = {
    ladder: {
      ours: (tool: Transcoder) => tool.ladder(source, { folder, rungs }, run),
      ceiling: () => bare(tools, source, ladderMake(rungs, folder, { toneMap: false, sound: true })),
    },
    sound: {
      ours: (tool: Transcoder) => tool.sound(source, { file: out }, run),
      ceiling: () => bare(tools, source, soundMake(form, out)),
    },
  }
  for (const [name, { ours, ceiling }] of Object.entries(works)) {
    const times = found.map((tool) => ({ tool, ours: [] as number[] }))
    const alone: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      alone.push(await milliseconds(ceiling))
      for (const each of times) each.ours.push(await milliseconds(() => ours(each.tool)))
    }
    for (const { tool, ours: taken } of times) {
      report({
        name: `transcode ${name} by ${tool.name}`,
        value: median(taken),
        unit: 'ms',
        ceiling: median(alone),
        ratio: median(taken.map((ms, round) => ms / alone[round]!)),
        times_real_time: (SECONDS * 1000) / median(taken),
      })
    }
  }
  await rm(folder, { recursive: true, force: true })
}
