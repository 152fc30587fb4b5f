import path from 'node:path'
import { transact } from '../../../platform/db/transact.ts'
import { renderPhoto } from '../../../platform/images/index.ts'
import { fault } from '../../../platform/transcode/limits.ts'
import { planRungs, RUNGS } from '../../../platform/transcode/rungs.ts'
import type { MadeRung, Rung } from '../../../platform/transcode/transcoder.ts'
import { lockMedium, updateMedium } from '../store/media.ts'
import { type Made, pictureOf } from './keep-rendition.ts'
import { type RenderContext, type RenderDeps, renderRecording, type Work } from './render-recording.ts'

/** Makes what a video is shown and played from: its still first, then what moves. */
export const renderVideo = (deps: RenderDeps, id: string, context: RenderContext): Promise<void> =>
  renderRecording(deps, id, context, async (work) => {
    const { video } = work.probe
    if (video === null) throw fault('no_picture')
    if (!work.there.has('thumbnail') || !work.there.has('display')) await makeStills(deps, work)
    if (!work.there.has('preview')) await makePreview(work)
    await makeLadder(deps, work, planRungs(video, RUNGS))
  })

/** How far the way is made after each step. */
const STILLED = 0.05
const PREVIEWED = 0.1
const LADDERED = 0.96

/** Where a still is taken: past the fumbling of the first moments. */
const stillAt = (duration: number) => Math.min(duration / 10, 5)

async function makeStills(deps: RenderDeps, work: Work): Promise<void> {
  const { id, transcoder, source, probe, folder, signal, progress, keep } = work
  const file = path.join(folder, 'still.png')
  await transcoder.still(source, { file, at: stillAt(probe.duration) }, { signal })
  const result = await renderPhoto(file, async (picture) => {
    // a video's preview moves
    if (picture.name === 'thumbnail' || picture.name === 'display') await keep([pictureOf(picture)])
    progress.reach(STILLED)
  })
  if (!result.ok) throw new Error(`a still that we made cannot be read: ${result.reason}`)
  const { thumbhash: placeholder, dominantColour: color } = result
  await transact(deps.db, async (tx) => {
    if ((await lockMedium(tx, id)) !== undefined) await updateMedium(tx, id, { placeholder, color })
  })
}

const PREVIEW_SECONDS = 4

async function makePreview({
  transcoder,
  source,
  probe,
  folder,
  signal,
  progress,
  keep,
}: Work): Promise<void> {
  const file = path.join(folder, 'preview.mp4')
  const seconds = Math.min(PREVIEW_SECONDS, probe.duration)
  const at = (probe.duration - seconds) / 2
  await transcoder.preview(
    source,
    { file, at, seconds },
    { signal, onProgress: progress.part(STILLED, PREVIEWED) },
  )
  await keep([{ name: 'preview', extension: 'mp4', mime: 'video/mp4', from: { file } }])
}

/** Makes the rungs that are missing and, of the largest, one ordinary MP4. */
async function makeLadder(deps: RenderDeps, work: Work, planned: readonly Rung[]): Promise<void> {
  const { transcoder, source, folder, signal, progress, there, keep } = work
  const rungs = planned.filter(({ name }) => !there.has(name) || !there.has(playlistOf(name)))
  const made =
    rungs.length === 0
      ? []
      : await transcoder.ladder(
          source,
          { folder, rungs },
          { signal, onProgress: progress.part(PREVIEWED, LADDERED) },
        )
  const mp4 = path.join(folder, 'joined.mp4')
  const missing = !there.has('mp4')
  if (missing) {
    const join = (rung: MadeRung) =>
      transcoder.joined(rung, { file: mp4 }, { signal, onProgress: progress.part(LADDERED, 0.99) })
    await withLargest(deps, work, planned.at(-1)!.name, made, join)
  }
  // a ladder is there whole or not at all
  if (made.length > 0) await keep(made.flatMap(filesOf))
  if (missing) await keep([{ name: 'mp4', extension: 'mp4', mime: 'video/mp4', from: { file: mp4 } }])
}

/** The largest rung as it was made now, or by an earlier run that was cut off. */
async function withLargest(
  { storage }: RenderDeps,
  { there }: Work,
  name: Rung['name'],
  made: readonly MadeRung[],
  use: (rung: MadeRung) => Promise<void>,
): Promise<void> {
  const fresh = made.find((rung) => rung.name === name)
  if (fresh !== undefined) return use(fresh)
  const row = there.get(name)!
  await storage.withFile(row.storage_key, (file) =>
    storage.withFile(there.get(playlistOf(name))!.storage_key, (playlist) =>
      use({
        name,
        file,
        playlist,
        width: row.width ?? 0,
        height: row.height ?? 0,
        bitrate: row.bitrate ?? 0,
        codecs: row.codecs ?? '',
      }),
    ),
  )
}

const playlistOf = (rung: string) => `${rung}.m3u8`

function filesOf({ name, file, playlist, width, height, bitrate, codecs }: MadeRung): Made[] {
  return [
    { name, extension: 'mp4', mime: 'video/mp4', from: { file }, width, height, bitrate, codecs },
    {
      name: playlistOf(name),
      extension: 'm3u8',
      mime: 'application/vnd.apple.mpegurl',
      from: { file: playlist },
    },
  ]
}
