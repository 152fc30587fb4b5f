import { stat } from 'node:fs/promises'
import { type FileBounds, previewBounds, stillBounds } from '../bounds.ts'
import { PREVIEW, STILL_SIDE } from '../forms.ts'
import { fault } from '../limits.ts'
import { fitted, pictureFilters } from '../rungs.ts'
import { MediaFault, type Run, type Source } from '../transcoder.ts'
import { convert } from './convert.ts'
import { BARE } from './input.ts'
import { probe } from './probe.ts'
import type { Tools } from './tools.ts'

type Cut = { at: number; seconds?: number }
type Target = { file: string; side: number; coded: readonly string[]; bounds: FileBounds }

/** One picture, or few, from `at` on; from the beginning where there is nothing any more. */
async function take(tools: Tools, source: Source, cut: Cut, to: Target, run: Run): Promise<void> {
  const { video } = await probe(tools, source, run)
  if (video === null) throw fault('no_picture')
  const filters = pictureFilters(fitted(video, to.side), { toneMap: video.hdr && tools.toneMaps })
  const shown = ['-map', '0:V:0', '-an', ...BARE, '-vf', filters, '-fps_mode', 'vfr']
  const make = [...shown, ...to.coded, `file:${to.file}`]
  const from = (at: number) =>
    convert(tools, { source, cut: { ...cut, at }, make, bounds: to.bounds, duration: cut.seconds ?? 1 }, run)
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
  return take(tools, source, { at }, { file, side: STILL_SIDE, coded, bounds: stillBounds(file) }, run)
}

export function preview(
  tools: Tools,
  source: Source,
  { file, at, seconds }: { file: string; at: number; seconds: number },
  run: Run,
): Promise<void> {
  const rate = ['-maxrate', String(PREVIEW.bitrate), '-bufsize', String(2 * PREVIEW.bitrate)]
  const coded = [
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', String(PREVIEW.crf), ...rate, '-a53cc', '0'],
    ...['-movflags', '+faststart', '-f', 'mp4'],
  ]
  const to = { file, side: PREVIEW.side, coded, bounds: previewBounds(file, seconds) }
  return take(tools, source, { at, seconds }, to, run)
}
