import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { MediaKind } from '@sharemyshows/contract/media'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { PENDING } from '../../../platform/db/waiting.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import { visible } from '../policy.ts'
import { BEST, downloadName, type Part, tagOf } from '../rules.ts'

export type MediumFile = { key: string; etag: string; mime: string; size: number; fileName: string }

type FileRow = {
  own: boolean
  state: 'processing' | 'ready' | 'failed'
  file_name: string | null
  caption: string | null
  original_key: string
  original_mime: string
  original_size: number
  key: string | null
  mime: string
  size: number
}

// photos from before there was a preview have none until a job has been at them
const file = `
  select m.owner_id = $1::uuid as own, m.state, m.file_name, m.caption, m.storage_key as original_key,
    m.mime_type as original_mime, m.file_size as original_size, r.storage_key as key, r.mime_type as mime,
    r.file_size as size
  from media m left join lateral (select * from renditions r where r.media_id = m.id
      and (r.name = $4 or m.kind = 'photo' and m.state = 'ready' and $4 = 'preview' and r.name = 'display')
    order by r.name = $4 desc limit 1) r on true
  where m.id = $2 and m.kind = $3 and ${visible}`

/** The file behind a part of a medium, PENDING while it is being made; `best` is the original for its owner. */
export async function findFile(
  db: Db,
  viewer: Viewer,
  kind: MediaKind,
  id: string,
  part: Part | 'best',
): Promise<MediumFile | Refusal | typeof PENDING> {
  const rendition = part === 'best' ? BEST[kind] : part
  const found = await row<FileRow>(db, file, [viewer, id, kind, rendition])
  if (found === undefined) return refuse('not_found')
  const { own, caption, file_name: fileName } = found
  const named = (key: string) => downloadName({ id, kind, own, fileName, caption }, key)
  if (part === 'original' || (part === 'best' && own)) {
    if (!own) return refuse('not_found')
    const { original_key: key, original_mime: mime, original_size: size } = found
    return { key, etag: tagOf(key), mime, size, fileName: fileName ?? named(key) }
  }
  const { key, mime, size } = found
  if (key !== null) return { key, etag: tagOf(key), mime, size, fileName: named(key) }
  return found.state === 'processing' ? PENDING : refuse('not_found')
}

type Named = {
  id: string
  kind: MediaKind
  file_name: string | null
  caption: string | null
  storage_key: string
}

const originals = `select m.id, m.kind, m.file_name, m.caption, m.storage_key from media m
  where m.owner_id = $1 and m.id = any($2::uuid[]) and m.deleted_at is null`

/** What the originals of a person's own media are called when she saves them. */
export async function listFileNames(
  db: Db,
  ownerId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = await rows<Named>(db, originals, [ownerId, ids])
  return new Map(
    found.map(({ id, kind, file_name: fileName, caption, storage_key }) => [
      id,
      fileName ?? downloadName({ id, kind, own: true, fileName, caption }, storage_key),
    ]),
  )
}
