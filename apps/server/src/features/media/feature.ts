import { buffer } from 'node:stream/consumers'
import { isRefusal } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import type { Notices } from '../../platform/db/notices.ts'
import { createWaiting, PENDING } from '../../platform/db/waiting.ts'
import type { Actor, Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import type { Transcoder } from '../../platform/transcode/transcoder.ts'
import { forgetMedia, releaseMedia } from './actions/delete-media.ts'
import type { JoinShow } from './actions/join-show.ts'
import { type Commit, keepMedium, type Sent } from './actions/keep-medium.ts'
import { cron, heavyJobs, jobs } from './jobs.ts'
import { hlsRoutes } from './routes/hls.ts'
import { mediaRoutes } from './routes/media.ts'
import { setRoutes } from './routes/sets.ts'
import { MOST_WAITING, WAIT_MS } from './rules.ts'
import { findSame, moveMedia } from './store/media.ts'
import { countBytes } from './store/room.ts'
import { findFile } from './views/files.ts'

export type MediaOptions = {
  db: Db
  notices: Notices
  storage: Storage
  transcoder: Transcoder
  /** Bytes one person may keep. */
  quota: number
  join: JoinShow
}
export type Media = Omit<ReturnType<typeof createMedia>, 'routes'>
export type { Commit, Sent }

/** Media: photos, audio and video of shows, kept as they came and shown without what they tell about their maker. */
export function createMedia({ db, notices, storage, transcoder, quota, join }: MediaOptions) {
  const waiting = createWaiting(notices, 'media.rendered', { most: MOST_WAITING, ms: WAIT_MS })
  const deps = { db, storage, quota, join, waiting }
  return {
    routes: (routes: Routes) => {
      mediaRoutes(routes, deps)
      hlsRoutes(routes, deps)
      setRoutes(routes, deps)
    },
    jobs: jobs(db, storage),
    heavyJobs: heavyJobs({ db, storage, transcoder }),
    cron,
    start: () => enqueue(db, 'complete-photos', {}, { key: 'complete-photos' }),
    drain: waiting.end,
    releaseMedia,
    moveToShow: moveMedia,
    forget: forgetMedia,
    /** Keeps what arrived in parts; see `Sent` and `Commit`. */
    keepMedium: <Result>(actor: Pick<Actor, 'id'>, sent: Sent, commit: Commit<Result>) =>
      keepMedium(deps, actor, sent, commit),
    findOwn: findSame,
    countBytes,
    /** The bytes of a photo's display rendition, when the viewer sees it and it is ready. */
    readDisplay: async (viewer: Viewer, id: string): Promise<Buffer | undefined> => {
      const file = await findFile(db, viewer, 'photo', id, 'display')
      if (file === PENDING || isRefusal(file)) return undefined
      const stream = await storage.read(file.key)
      return stream === null ? undefined : buffer(stream)
    },
  }
}
