import type { Db } from '../../../platform/db/connect.ts'
import { type Rendition, renderPhoto } from '../../../platform/images/index.ts'
import type { JobContext } from '../../../platform/jobs/jobs.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { findPhotosWithout } from '../store/renditions.ts'
import { keepRenditions, pictureOf, Unwanted } from './keep-rendition.ts'

type Deps = { db: Db; storage: Storage }

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const A_TIME = 50

/** Makes the previews of photos from before there were any; until then their display rendition stands in. */
export async function completePhotos(
  deps: Deps,
  { signal, log }: Pick<JobContext, 'signal' | 'log'>,
): Promise<void> {
  for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
    const photos = await findPhotosWithout(deps.db, 'preview', after, A_TIME)
    for (const { id, storage_key } of photos) {
      if (signal.aborted) return
      // one that cannot be read today keeps no other from its preview
      await completePhoto(deps, id, storage_key).catch((error) => {
        if (!(error instanceof Unwanted))
          log.warn({ err: error, medium: id }, 'a photo still lacks its preview')
      })
    }
    after = photos.at(-1)?.id
  }
}

async function completePhoto(deps: Deps, id: string, key: string): Promise<void> {
  const keepPreview = async (rendition: Rendition) => {
    if (rendition.name === 'preview')
      await keepRenditions(deps, id, [pictureOf(rendition)], undefined, 'ready')
  }
  await deps.storage.withFile(key, (path) => renderPhoto(path, keepPreview))
}
