import { buffer } from 'node:stream/consumers'
import { isRefusal } from '@sharemyshows/contract/errors'
import type { MediaKind } from '@sharemyshows/contract/media'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Notices } from '../../platform/db/notices.ts'
import { createWaiting, PENDING } from '../../platform/db/waiting.ts'
import type { Actor, Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import type { Transcoder } from '../../platform/transcode/transcoder.ts'
import type { Feed } from '../feed/feature.ts'
import { forgetMedia, releaseMedia, takeAway } from './actions/delete-media.ts'
import type { JoinShow } from './actions/join-show.ts'
import { type Commit, keepMedium, type Sent } from './actions/keep-medium.ts'
import { takeBack } from './actions/take-back.ts'
import { tellShow } from './actions/tell-show.ts'
import type { AddedListener, ReadyListener } from './facts.ts'
import { cron, heavyJobs, jobs } from './jobs.ts'
import { hlsRoutes } from './routes/hls.ts'
import { mediaRoutes } from './routes/media.ts'
import { setRoutes } from './routes/sets.ts'
import { MOST_WAITING, WAIT_MS } from './rules.ts'
import { findBrought, findMedium, findSame, moveMedia } from './store/media.ts'
import { countBytes } from './store/room.ts'
import { findFile, listFileNames } from './views/files.ts'
import { readAudioOf } from './views/media.ts'

export type MediaOptions = {
  db: Db
  notices: Notices
  storage: Storage
  transcoder: Transcoder
  /** Bytes one person may keep. */
  quota: number
  join: JoinShow
  /** Has those who follow a person hear what she added. */
  note: Feed['note']
  /** Hears of what was added. */
  added: AddedListener
  /** Hear of recordings that have become ready. */
  listeners: readonly ReadyListener[]
}
export type Media = Omit<ReturnType<typeof createMedia>, 'routes'>
export type { AddedListener, Commit, ReadyListener, Sent }

/** Media: photos, audio and video of shows, kept as they came and shown without what they tell about their maker. */
export function createMedia(options: MediaOptions) {
  const { db, notices, storage, transcoder, quota, join, note, added, listeners } = options
  const waiting = createWaiting(notices, 'media.rendered', { most: MOST_WAITING, ms: WAIT_MS })
  const deps = { db, storage, quota, join, note, added, waiting }
  return {
    routes: (routes: Routes) => {
      mediaRoutes(routes, deps)
      hlsRoutes(routes, deps)
      setRoutes(routes, deps)
    },
    jobs: jobs(db, storage),
    heavyJobs: heavyJobs({ db, storage, transcoder, listeners }),
    cron,
    start: () => enqueue(db, 'complete-photos', {}, { key: 'complete-photos' }),
    drain: waiting.end,
    releaseMedia,
    moveToShow: moveMedia,
    forget: forgetMedia,
    /** Keeps what arrived in parts, or is brought along; see `Sent` and `Commit`. */
    keepMedium: <Result>(actor: Pick<Actor, 'id'>, sent: Sent, commit: Commit<Result>) =>
      keepMedium(deps, actor, sent, commit),
    findOwn: findSame,
    /** What somebody has already of what she brings along. */
    findBrought,
    takeBack,
    countBytes,
    /** Those of these recordings that the viewer sees, by their ids. */
    listAudio: (viewer: Viewer, ids: readonly string[]) => readAudioOf(db, viewer, ids),
    /** What the originals of a person's own media are called when she saves them. */
    fileNames: (ownerId: string, ids: readonly string[]) => listFileNames(db, ownerId, ids),
    /** Has the open pages of its show read its media again. */
    tellShow: async (tx: Tx, id: string) => tellShow(tx, await findMedium(tx, id)),
    /** Takes one away as a moderator decided. */
    remove: takeAway,
    /** The bytes of a rendition, when the viewer sees the medium and it is ready. */
    readRendition: async (
      viewer: Viewer,
      kind: MediaKind,
      id: string,
      name: 'thumbnail' | 'display',
    ): Promise<Buffer | undefined> => {
      const file = await findFile(db, viewer, kind, id, name)
      if (file === PENDING || isRefusal(file)) return undefined
      const stream = await storage.read(file.key)
      return stream === null ? undefined : buffer(stream)
    },
  }
}
