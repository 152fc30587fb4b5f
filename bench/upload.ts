import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { median, report } from './measure.ts'
import { me } from './populate.ts'
import type { World } from './world.ts'

const ROUNDS = 3
const run = promisify(execFile)
const ffmpeg = (...args: string[]) => run('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args])

/** Ten seconds of 720p as a phone might write them; each round's differs, so that none is known already. */
const record = (file: string, round: number) =>
  ffmpeg(
    ...[
      '-f',
      'lavfi',
      '-i',
      `testsrc2=size=1280x720:rate=30,hue=h=${round * 40}`,
      '-f',
      'lavfi',
      '-i',
      'sine=440',
    ],
    ...['-t', '10', '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', file],
  )

type Marks = { still: number; ready: number }

/** Posts a video; milliseconds until its still is served, and until all of it is prepared. */
async function postAndWait(url: string, video: Buffer): Promise<Marks> {
  const headers = { authorization: `Bearer ${me().token}` }
  const form = new FormData()
  form.set('file', new File([new Uint8Array(video)], 'video.mp4'))
  const began = performance.now()
  const posted = await fetch(`${url}/api/v1/videos`, { method: 'POST', headers, body: form })
  const { id } = (await posted.json()) as { id: string }
  for (;;) {
    const response = await fetch(`${url}/api/v1/videos/${id}/thumbnail`, { headers })
    await response.arrayBuffer()
    if (response.status === 200) break
    if (response.status === 404) throw new Error('the video could not be prepared')
  }
  const still = performance.now() - began
  for (;;) {
    const response = await fetch(`${url}/api/v1/videos/${id}`, { headers })
    const { state, failure } = (await response.json()) as { state: string; failure: string | null }
    if (state === 'ready') return { still, ready: performance.now() - began }
    if (state === 'failed') throw new Error(`the video failed: ${failure}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The bare tools at the same: one frame and two WebP files; then the preview and both rungs from one decode. */
async function toolsAlone(file: string, out: string): Promise<Marks> {
  const began = performance.now()
  const png = path.join(out, 'still.png')
  await ffmpeg('-ss', '1', '-i', file, '-frames:v', '1', png)
  for (const side of [320, 1600])
    await sharp(png).resize(side, side, { fit: 'inside', withoutEnlargement: true }).webp().toBuffer()
  const still = performance.now() - began
  const h264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23']
  await ffmpeg(
    '-ss',
    '3',
    '-t',
    '4',
    '-i',
    file,
    '-an',
    '-vf',
    'scale=320:-2',
    ...h264,
    path.join(out, 'p.mp4'),
  )
  const graph = '[0:v]split=2[a][large];[a]scale=640:360[small]'
  const sound = ['-map', '0:a', '-c:a', 'aac', '-b:a', '128k']
  await ffmpeg(
    ...['-i', file, '-filter_complex', graph],
    ...['-map', '[small]', ...sound, ...h264, path.join(out, 'small.mp4')],
    ...['-map', '[large]', ...sound, ...h264, path.join(out, 'large.mp4')],
  )
  return { still, ready: performance.now() - began }
}

/** A video of 10 s from its request to its still and to all it becomes, against ffmpeg and sharp at the same. */
export async function measureUpload(world: World): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'sms-bench-video-'))
  const file = path.join(dir, 'video.mp4')
  const [ours, alone]: [Marks[], Marks[]] = [[], []]
  for (let round = -1; round < ROUNDS; round++) {
    await record(file, round + 1)
    const results = [
      await postAndWait(world.ours.url, await readFile(file)),
      await toolsAlone(file, dir),
    ] as const
    // the first round only warms up
    if (round < 0) continue
    ours.push(results[0])
    alone.push(results[1])
  }
  await rm(dir, { recursive: true, force: true })
  for (const mark of ['still', 'ready'] as const) {
    const [value, ceiling] = [ours, alone].map((side) => median(side.map((marks) => marks[mark])))
    const ratio = median(ours.map((marks, round) => marks[mark] / alone[round]![mark]))
    report({ name: `upload_${mark}`, value: value!, unit: 'ms', ceiling: ceiling!, ratio })
  }
}
