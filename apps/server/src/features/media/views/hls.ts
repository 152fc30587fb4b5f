import { createHash } from 'node:crypto'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { PENDING } from '../../../platform/db/waiting.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import { masterPlaylist, type ServedRung } from '../../../platform/transcode/master.ts'
import { visible } from '../policy.ts'
import { tagOf } from '../rules.ts'

const PLAYLIST = 'application/vnd.apple.mpegurl'

/** A file of the ladder: one of the storage, or what is written for whoever asks. */
export type HlsFile = { etag: string; mime: string; size: number } & ({ key: string } | { text: string })

type RungRow = { state: string; duration_ms: number | null; file_size: number } & {
  [Field in keyof Omit<ServedRung, 'average'>]: ServedRung[Field] | null
}

// only rungs have codecs, and they come all at once
const rungs = `
  select m.state, m.duration_ms, r.name, r.width, r.height, r.bitrate, r.codecs, r.file_size
  from media m left join renditions r on r.media_id = m.id and r.codecs is not null
  where m.id = $2 and m.kind = 'video' and ${visible}`

/** The playlist of a video's rungs, PENDING while they are being made. */
export async function readMaster(
  db: Db,
  viewer: Viewer,
  id: string,
): Promise<HlsFile | Refusal | typeof PENDING> {
  const found = await rows<RungRow>(db, rungs, [viewer, id])
  const served = found.flatMap(({ duration_ms, file_size, name, width, height, bitrate, codecs }) => {
    if (name === null || width === null || height === null || bitrate === null || codecs === null) return []
    const average = duration_ms ? Math.round((file_size * 8000) / duration_ms) : null
    return [{ name, width, height, bitrate, average, codecs }]
  })
  if (served.length === 0) return absent(found[0]?.state)
  const text = masterPlaylist(served)
  const etag = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  return { text, etag, mime: PLAYLIST, size: Buffer.byteLength(text) }
}

type FileRow = { state: string; key: string | null; mime: string; size: number }

const part = `
  select m.state, r.storage_key as key, r.mime_type as mime, r.file_size as size
  from media m left join renditions r on r.media_id = m.id and r.name = $3
  where m.id = $2 and m.kind = 'video' and ${visible}`

/** A rung's playlist (`720p.m3u8`) or its bytes (`720p`), PENDING while they are being made. */
export async function findRung(
  db: Db,
  viewer: Viewer,
  id: string,
  name: string,
): Promise<HlsFile | Refusal | typeof PENDING> {
  const found = await row<FileRow>(db, part, [viewer, id, name])
  if (!found?.key) return absent(found?.state)
  const { key, mime, size } = found
  return { key, mime, size, etag: tagOf(key) }
}

const absent = (state: string | undefined) => (state === 'processing' ? PENDING : refuse('not_found'))
