import { MOST_BYTES } from '@sharemyshows/contract/media'
import { UPLOADS_PATH } from '@sharemyshows/contract/uploads'
import type { Db } from '../../platform/db/connect.ts'
import type { Notices } from '../../platform/db/notices.ts'
import { createWaiting } from '../../platform/db/waiting.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import type { PartStore } from '../../platform/uploads/parts.ts'
import type { Media } from '../media/feature.ts'
import { forgetUploads } from './actions/drop-uploads.ts'
import { createWriters } from './actions/hold-lease.ts'
import { cron, jobs } from './jobs.ts'
import { uploadRoutes } from './routes.ts'
import { MOST_WAITING, WAIT_MS } from './rules.ts'
import { moveUploads } from './store.ts'

export type UploadsOptions = {
  db: Db
  notices: Notices
  storage: Storage
  parts: PartStore
  /** Bytes one person may keep. */
  quota: number
  media: Pick<Media, 'keepMedium' | 'findOwn' | 'countBytes'>
}

/** Uploads: what is too large for one request, or the network too weak for it, arrives in parts and becomes a medium. */
export function createUploads({ db, notices, storage, parts, quota, media }: UploadsOptions) {
  const waiting = createWaiting(notices, 'upload.ended', { most: MOST_WAITING, ms: WAIT_MS })
  const writers = createWriters()
  return {
    routes: (routes: Routes) => uploadRoutes(routes, { db, parts, quota, media, writers, waiting }),
    jobs: jobs({ db, storage, parts, media }),
    cron,
    drain: () => {
      waiting.end()
      return writers.close()
    },
    /** Where tus is spoken, and most bytes of one upload. */
    tus: { path: UPLOADS_PATH, maxSize: MOST_BYTES.video },
    moveToShow: moveUploads,
    forget: forgetUploads,
  }
}
