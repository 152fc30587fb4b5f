import type { Db, Tx } from '../../../platform/db/connect.ts'
import { type Rendition, renderPhoto as render } from '../../../platform/images/index.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { findMedium, type MediumRow } from '../store/media.ts'
import { finishRendering, OUR_FAULT } from './finish-rendering.ts'
import { isWanted, keepRenditions, pictureOf, Unwanted } from './keep-rendition.ts'
import { tellProgress } from './tell-progress.ts'

type Deps = { db: Db; storage: Storage }

/**
 * Makes a photo's renditions; each can be had as soon as it is stored. A photo that does not decode ends as failed;
 * any other fault is thrown, so that the job comes again, until the last attempt, which says so.
 */
export async function renderPhoto(deps: Deps, id: string, lastAttempt: boolean): Promise<void> {
  const { db, storage } = deps
  const photo = await findMedium(db, id)
  if (!isWanted(photo)) return
  try {
    const result = await storage.withFile(photo.storage_key, (path) =>
      render(path, (rendition) =>
        keepRenditions(deps, id, [pictureOf(rendition)], tellThumbnail(rendition.name)),
      ),
    )
    if (result.ok) {
      const { thumbhash: placeholder, dominantColour: color } = result
      await finishRendering(db, id, { state: 'ready', placeholder, color })
    } else {
      const { message: failure, reason } = result
      const failure_code = /^too_/.test(reason) ? 'too_demanding' : 'file_corrupt'
      await finishRendering(db, id, { state: 'failed', failure_code, failure })
    }
  } catch (error) {
    if (error instanceof Unwanted) return
    if (lastAttempt) await finishRendering(db, id, OUR_FAULT)
    throw error
  }
}

/** Its owner's pages hear of the first to be had. */
const tellThumbnail = (name: Rendition['name']) => async (tx: Tx, photo: MediumRow) => {
  if (name === 'thumbnail') await tellProgress(tx, photo, 'processing', 0.5)
}
