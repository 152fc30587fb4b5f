import { stat } from 'node:fs/promises'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { notify } from '../../../platform/db/notices.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Rendition } from '../../../platform/images/index.ts'
import { removeFiles, removeLater } from '../../../platform/storage/remove-files.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { storageKey } from '../rules.ts'
import { lockMedium, type MediumRow } from '../store/media.ts'
import { replaceRendition } from '../store/renditions.ts'

/** The medium was deleted, or its state changed, while its renditions were being made: nobody wants them now. */
export class Unwanted extends Error {}

export const isWanted = (
  medium: MediumRow | undefined,
  state: MediumRow['state'] = 'processing',
): medium is MediumRow => medium?.state === state && medium.deleted_at === null

/** A rendition as it was made: in memory, or in a temporary file that is moved away. */
export type Made = {
  name: string
  extension: string
  mime: string
  from: Uint8Array | { file: string }
  width?: number
  height?: number
  codecs?: string
  bitrate?: number
}

/** A picture as it was drawn. */
export const pictureOf = ({ name, width, height, bytes }: Rendition): Made => ({
  name,
  extension: 'webp',
  mime: 'image/webp',
  from: bytes,
  width,
  height,
})

type Deps = { db: Db; storage: Storage }

/**
 * Keeps renditions of a medium, several of them together or not at all, each under a key of its own: whoever is reading
 * the predecessor reads it to its end. `tell` says in the same transaction what that changes. Wanted by a medium in
 * `state` alone.
 * @throws Unwanted
 */
export async function keepRenditions(
  { db, storage }: Deps,
  mediumId: string,
  made: readonly Made[],
  tell: (tx: Tx, medium: MediumRow) => Promise<unknown> = async () => {},
  state: MediumRow['state'] = 'processing',
): Promise<void> {
  const rows = made.map(({ extension, mime, from, ...facts }) => ({
    media_id: mediumId,
    storage_key: storageKey(newId(), extension),
    mime_type: mime,
    ...facts,
  }))
  const keys = rows.map(({ storage_key }) => storage_key)
  const remove = () => removeFiles(storage, keys)
  const sizes = await Promise.all(made.map((each, index) => place(storage, keys[index]!, each.from))).catch(
    async (error) => {
      await remove()
      throw error
    },
  )
  const kept = await transact(db, async (tx) => {
    const medium = await lockMedium(tx, mediumId)
    if (!isWanted(medium, state)) return false
    const old: (string | null)[] = []
    for (const [index, row] of rows.entries())
      old.push(await replaceRendition(tx, { ...row, file_size: sizes[index]! }))
    await removeLater(
      tx,
      old.filter((key) => key !== null),
    )
    await notify(tx, 'media.rendered', { id: mediumId })
    await tell(tx, medium)
    return true
  })
  if (kept === true) return
  await remove()
  throw new Unwanted('nobody wants this any more')
}

async function place(storage: Storage, key: string, from: Made['from']): Promise<number> {
  if (!('file' in from)) {
    await storage.write(key, from)
    return from.length
  }
  const { size } = await stat(from.file)
  await storage.adopt(key, from.file)
  return size
}
