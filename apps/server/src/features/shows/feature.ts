import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Leaver } from '../../platform/db/forget.ts'
import type { Actor, Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { seersOfShow } from '../../viewer/gate.ts'
import type { Attendances } from '../attendance/feature.ts'
import type { Catalog } from '../catalog/feature.ts'
import type { History } from '../history/feature.ts'
import type { Finding } from '../search/feature.ts'
import type { AbsorbDeps } from './actions/absorb-show.ts'
import type { ReleaseMedia } from './actions/delete-show.ts'
import { forgetShows } from './actions/forget-shows.ts'
import { moveToArtist, moveToVenue } from './actions/move-shows.ts'
import type { RevertDeps } from './actions/revert-change.ts'
import { live } from './live.ts'
import { showRoutes } from './routes.ts'
import { makingOf } from './store.ts'
import { readShow } from './views.ts'

export type ShowsOptions = {
  db: Db
  catalog: Catalog
  attendance: Attendances
  history: History
  /** How shows are found by words. */
  find: Finding
  /** Lets go of a person's media of a show, in the transaction that takes her out of it. */
  releaseMedia: ReleaseMedia
} & Pick<AbsorbDeps, 'moving' | 'moveSetlist'> &
  Pick<RevertDeps, 'putSetlistBack'>

/** Shows: concerts as facts that everybody who was there shares. */
export function createShows(options: ShowsOptions) {
  const making = makingOf(options.attendance.recording.text)
  return {
    read: (viewer: Viewer, id: string) => readShow(options.db, viewer, id),
    routes: (routes: Routes) => showRoutes(routes, { ...options, making }),
    moveToArtist: (tx: Tx, actor: Actor, fromId: string, intoId: string) =>
      moveToArtist(tx, options, actor, fromId, intoId),
    moveToVenue: (tx: Tx, actor: Actor, fromId: string, into: Parameters<typeof moveToVenue>[4]) =>
      moveToVenue(tx, options, actor, fromId, into),
    forget: (tx: Tx, leaver: Leaver) => forgetShows(tx, options, leaver),
    live: live((people, id) => seersOfShow(options.db, people, id)),
  }
}
