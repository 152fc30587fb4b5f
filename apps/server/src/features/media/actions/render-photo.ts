import type { Db, Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { notify } from '../../../platform/db/notices.ts'
import { transact } from '../../../platform/db/transact.ts'
import { type Rendition, renderPhoto as render } from '../../../platform/images/index.ts'
import { tellPerson } from '../../../platform/live/live.ts'
import { removeLater } from '../../../platform/storage/remove-files.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { storageKey } from '../rules.ts'
import { findMedium, lockMedium, type MediumRow, replaceRendition, updateMedium } from '../store.ts'
import { tellShow } from './tell-show.ts'

type Deps = { db: Db; storage: Storage }

const OUR_FAULT = 'This photo could not be prepared. Try again.'

/**
 * Makes a photo's renditions; each can be had as soon as it is stored. A photo that does not decode ends as failed;
 * any other fault is thrown, so that the job comes again, until the last attempt, which says so.
 */
export async function renderPhoto(deps: Deps, id: string, lastAttempt: boolean): Promise<void> {
  const { db, storage } = deps
  const photo = await findMedium(db, id)
  if (photo?.state !== 'processing') return
  try {
    const result = await storage.withFile(photo.storage_key, (path) =>
      render(path, (rendition) => keepRendition(deps, photo, rendition)),
    )
    if (!result.ok) return await finish(db, photo, { state: 'failed', failure: result.message })
    const { thumbhash: placeholder, dominantColour: color } = result
    await finish(db, photo, { state: 'ready', failure: null, placeholder, color })
  } catch (error) {
    if (lastAttempt) await finish(db, photo, { state: 'failed', failure: OUR_FAULT })
    throw error
  }
}

/** A key of its own for every run: whoever is reading the predecessor reads it to its end. */
async function keepRendition({ db, storage }: Deps, photo: MediumRow, rendition: Rendition): Promise<void> {
  const { width, height, bytes } = rendition
  const key = storageKey(newId(), 'webp')
  await storage.write(key, bytes)
  const kept = await transact(db, async (tx) => {
    if ((await lockMedium(tx, photo.id)) === undefined) return false
    const old = await replaceRendition(tx, {
      media_id: photo.id,
      name: rendition.name,
      storage_key: key,
      mime_type: 'image/webp',
      file_size: bytes.length,
      width,
      height,
    })
    if (old !== null) await removeLater(tx, [old])
    await notify(tx, 'media.rendered', { id: photo.id })
    if (rendition.name === 'thumbnail') await tellProgress(tx, photo, 'processing', 0.5)
    return true
  })
  if (kept !== true) await storage.remove(key)
}

type Outcome = Parameters<typeof updateMedium>[2] & { state: 'ready' | 'failed'; failure: string | null }

async function finish(db: Db, photo: MediumRow, outcome: Outcome): Promise<void> {
  await transact(db, async (tx) => {
    const current = await lockMedium(tx, photo.id)
    if (current?.state !== 'processing') return
    await updateMedium(tx, photo.id, outcome)
    await notify(tx, 'media.rendered', { id: photo.id })
    await tellProgress(tx, photo, outcome.state, 1, outcome.failure)
    await tellShow(tx, current)
  })
}

const tellProgress = (
  tx: Tx,
  { id, owner_id }: MediumRow,
  state: MediumRow['state'],
  progress: number,
  message: string | null = null,
) =>
  tellPerson(tx, owner_id, 'upload_progress', { id, state, progress, ...(message !== null && { message }) })
