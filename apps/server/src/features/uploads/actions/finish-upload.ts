import { createHash } from 'node:crypto'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { ChosenAudience } from '@sharemyshows/contract/fields'
import type { MediaKind } from '@sharemyshows/contract/media'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { Answer } from '../../../platform/http/once.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { keyOf, type PartStore } from '../../../platform/uploads/parts.ts'
import type { Media } from '../../media/feature.ts'
import { type End, findUpload, lockUpload, takeTurn, type UploadRow } from '../store.ts'
import { endUpload, refusedEnd } from './end-upload.ts'

export type FinishDeps = {
  db: Db
  storage: Storage
  parts: PartStore
  media: Pick<Media, 'keepMedium' | 'findOwn'>
}

/**
 * Makes a medium of an upload whose bytes are all here. Its row, and that the upload is done, are written at once; the
 * bytes are only removed after that, so that doing it again finds all it needs, whenever it was interrupted.
 */
export async function finishUpload(deps: FinishDeps, id: string, signal: AbortSignal): Promise<void> {
  const { db, storage, parts, media } = deps
  const upload = await findUpload(db, id)
  if (upload?.state !== 'finishing') return
  await parts.seal(upload)
  const { size, sha256 } = await hash(storage, keyOf(id), signal)
  if (size !== upload.length || (upload.sha256 !== null && !upload.sha256.equals(sha256))) {
    return end(db, upload, refusedEnd(refuse('checksum_mismatch')))
  }
  const same = await media.findOwn(db, upload.owner_id, { sha256, showId: upload.show_id })
  if (same !== undefined) return end(db, upload, duplicateOf(same))
  let kept = await keep(deps, upload, sha256)
  // the show is out of sight since; what was recorded there is not lost for that
  if (isRefusal(kept) && kept.refused === 'not_found' && upload.show_id !== null) {
    kept = await keep(deps, { ...upload, show_id: null }, sha256)
  }
  if (isRefusal(kept)) await end(db, upload, refusedEnd(kept))
}

const duplicateOf = ({ id }: { id: string }): End => ({ state: 'done', media_id: id, duplicate: true })

async function end(db: Db, upload: UploadRow, ending: End): Promise<void> {
  await transact(db, async (tx) => {
    const current = await lockForEnd(tx, upload)
    if (current !== undefined) await endUpload(tx, current, ending)
  })
}

async function hash(
  storage: Storage,
  key: string,
  signal: AbortSignal,
): Promise<{ size: number; sha256: Buffer }> {
  const sum = createHash('sha256')
  let size = 0
  for await (const chunk of (await storage.read(key)) ?? []) {
    signal.throwIfAborted()
    sum.update(chunk)
    size += chunk.length
  }
  return { size, sha256: sum.digest() }
}

function keep(
  { db, media }: FinishDeps,
  upload: UploadRow,
  sha256: Buffer,
): Promise<string | Answer<string> | Refusal> {
  const { id, owner_id, show_id: showId, caption, audience, file_name, length, last_modified, kind } = upload
  const fields = {
    ...(showId !== null && { show_id: showId }),
    ...(caption !== null && { caption }),
    ...(audience !== null && { audience: audience as ChosenAudience }),
  }
  const sent = {
    fields,
    name: file_name ?? '',
    size: length,
    sha256,
    ...(last_modified !== null && { lastModified: new Date(last_modified) }),
    ...(kind !== null && { kind: kind as MediaKind }),
    from: { key: keyOf(id), upload: id },
  }
  return media.keepMedium({ id: owner_id }, sent, (record) =>
    transact<string | Answer<string> | Refusal>(db, async (tx) => {
      const current = await lockForEnd(tx, upload)
      if (current === undefined) return new Answer(0, id)
      const same = await media.findOwn(tx, owner_id, { sha256, showId })
      if (same !== undefined) {
        await endUpload(tx, current, duplicateOf(same))
        return new Answer(0, same.id)
      }
      const mediumId = await record(tx)
      if (isRefusal(mediumId)) return mediumId
      await endUpload(tx, current, { state: 'done', media_id: mediumId, duplicate: false })
      return mediumId
    }),
  )
}

/** One after the other for each person, so that of two alike the second finds the first; undefined when it has ended. */
async function lockForEnd(
  tx: Tx,
  { id, owner_id }: Pick<UploadRow, 'id' | 'owner_id'>,
): Promise<UploadRow | undefined> {
  await takeTurn(tx, owner_id)
  const upload = await lockUpload(tx, id)
  return upload?.state === 'finishing' ? upload : undefined
}
