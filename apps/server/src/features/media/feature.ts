import { buffer } from 'node:stream/consumers'
import { isRefusal } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import type { Notices } from '../../platform/db/notices.ts'
import { createWaiting, PENDING } from '../../platform/db/waiting.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import { forgetMedia, releaseMedia } from './actions/delete-media.ts'
import type { JoinShow } from './actions/upload-photo.ts'
import { cron, jobs } from './jobs.ts'
import { mediaRoutes } from './routes.ts'
import { MOST_WAITING, WAIT_MS } from './rules.ts'
import { moveMedia } from './store.ts'
import { findFile } from './views.ts'

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
    moveToShow: moveMedia,
    forget: forgetMedia,
    /** The bytes of a photo's display rendition, when the viewer sees it and it is ready. */
    readDisplay: async (viewer: Viewer, id: string): Promise<Buffer | undefined> => {
      const file = await findFile(db, viewer, id, 'display')
      if (file === PENDING || isRefusal(file)) return undefined
      const stream = await storage.read(file.key)
      return stream === null ? undefined : buffer(stream)
    },
  }
}
