import type { Db } from '../../platform/db/connect.ts'
import type { Notices } from '../../platform/db/notices.ts'
import { createWaiting } from '../../platform/db/waiting.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import { releaseMedia } from './actions/delete-media.ts'
import type { JoinShow } from './actions/upload-photo.ts'
import { cron, jobs } from './jobs.ts'
import { mediaRoutes } from './routes.ts'
import { MOST_WAITING, WAIT_MS } from './rules.ts'

export type MediaOptions = {
  db: Db
  notices: Notices
  storage: Storage
  /** Bytes one person may keep. */
  quota: number
  join: JoinShow
}

/** Media: photos of shows, kept as they came and shown without what they tell about their maker. */
export function createMedia({ db, notices, storage, quota, join }: MediaOptions) {
  const waiting = createWaiting(notices, 'media.rendered', { most: MOST_WAITING, ms: WAIT_MS })
  return {
    routes: (routes: Routes) => mediaRoutes(routes, { db, storage, quota, join, waiting }),
    jobs: jobs(db, storage),
    cron,
    drain: waiting.end,
    releaseMedia,
  }
}
