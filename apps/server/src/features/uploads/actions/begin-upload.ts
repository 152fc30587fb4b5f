import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import { MOST_BYTES } from '@sharemyshows/contract/media'
import { MOST_OPEN_UPLOADS } from '@sharemyshows/contract/uploads'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { seeShow } from '../../../viewer/gate.ts'
import type { Media } from '../../media/feature.ts'
import { readMetadata, tooLarge } from '../rules.ts'
import { countOpen, insertUpload } from '../store.ts'

export type BeginDeps = {
  /** Bytes one person may keep. */
  quota: number
  media: Pick<Media, 'findOwn' | 'countBytes'>
}
/** Bytes of the whole, and `Upload-Metadata` as it came. */
export type Wish = { length: number; metadata: string | undefined }

/** Begins an upload where its bytes may go and will fit; gives its id. */
export async function beginUpload(
  { media, quota }: BeginDeps,
  tx: Tx,
  actor: Actor,
  { length, metadata }: Wish,
): Promise<string | Refusal> {
  const said = readMetadata(metadata)
  if (isRefusal(said)) return said
  if (length === 0) return refuse('file_empty')
  if (length > MOST_BYTES[said.kind ?? 'video']) return tooLarge(said.kind ?? 'video')
  const showId = said.show_id ?? null
  if (showId !== null && (await seeShow(tx, actor.id, showId)) === null) {
    return refuse('not_found', { message: 'There is no such show, or it is not yours to see.' })
  }
  const sha256 = said.sha256 === undefined ? null : Buffer.from(said.sha256, 'hex')
  const same = sha256 === null ? undefined : await media.findOwn(tx, actor.id, { sha256, showId })
  if (same !== undefined) {
    return refuse('already_uploaded', { details: { media_id: same.id, kind: same.kind } })
  }
  // counts for this person alone until the end, so that no two fit into the last room
  if ((await media.countBytes(tx, actor.id)) + length > quota) return refuse('quota_exceeded')
  if ((await countOpen(tx, actor.id)) >= MOST_OPEN_UPLOADS) return refuse('too_many_uploads')
  const id = newId()
  await insertUpload(tx, {
    id,
    owner_id: actor.id,
    length,
    kind: said.kind ?? null,
    show_id: showId,
    caption: said.caption ?? null,
    audience: said.audience ?? null,
    file_name: said.filename ?? null,
    sha256,
    last_modified: said.last_modified ?? null,
    metadata: metadata ?? null,
  })
  return id
}
