import { stat } from 'node:fs/promises'
import { fault, mostBytes, PATIENCE, patience } from '../limits.ts'
import { fitted, pictureFilters } from '../rungs.ts'
import { MediaFault, type Run, type Source } from '../transcoder.ts'
import { convert } from './convert.ts'
import { BARE } from './input.ts'
import { probe } from './probe.ts'
import type { Tools } from './tools.ts'

const STILL_SIDE = 1600
const PREVIEW_SIDE = 320
const PREVIEW_BITRATE = 400_000

type Cut = { at: number; seconds?: number }

/** One picture, or few, from `at` on; from the beginning where there is nothing any more. */
async function take(
  tools: Tools,
  source: Source,
  cut: Cut,
  to: { file: string; side: number; coded: readonly string[]; most: number; wait: number },
  run: Run,
): Promise<void> {
  const { video } = await probe(tools, source, run)
  if (video === null) throw fault('no_picture')
  const filters = pictureFilters(fitted(video, to.side), { toneMap: video.hdr && tools.toneMaps })
  const make = [
    '-map',
    '0:V:0',
    '-an',
    ...BARE,
    '-vf',
    filters,
    '-fps_mode',
    'vfr',
    ...to.coded,
    `file:${to.file}`,
  ]
  const bounds = { milliseconds: to.wait, files: [to.file], bytes: to.most }
  const from = (at: number) =>
    convert(tools, { source, cut: { ...cut, at }, make, bounds, duration: cut.seconds ?? 1 }, run)
  try {
    await from(cut.at)
    if (cut.at === 0 || (await hasBytes(to.file))) return
  } catch (error) {
    if (cut.at === 0 || !(error instanceof MediaFault && error.code === 'file_corrupt')) throw error
  }
  await from(0)
}

const hasBytes = (file: string) =>
  stat(file).then(
    ({ size }) => size > 0,
    () => false,
  )

export function still(
  tools: Tools,
  source: Source,
  { file, at }: { file: string; at: number },
  run: Run,
): Promise<void> {
  const coded = ['-frames:v', '1', '-c:v', 'png', '-f', 'image2', '-update', '1']
  const to = { file, side: STILL_SIDE, coded, most: 32 * 1_048_576, wait: patience(PATIENCE.still, 0) }
  return take(tools, source, { at }, to, run)
}

export function preview(
  tools: Tools,
  source: Source,
  { file, at, seconds }: { file: string; at: number; seconds: number },
  run: Run,
): Promise<void> {
  const rate = ['-maxrate', String(PREVIEW_BITRATE), '-bufsize', String(2 * PREVIEW_BITRATE)]
  const coded = [
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '27', ...rate, '-a53cc', '0'],
    ...['-movflags', '+faststart', '-f', 'mp4'],
  ]
  const most = mostBytes(PREVIEW_BITRATE, seconds)
  const to = { file, side: PREVIEW_SIDE, coded, most, wait: patience(PATIENCE.preview, 0) }
  return take(tools, source, { at, seconds }, to, run)
}
