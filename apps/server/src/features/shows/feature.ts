import type { ShowCreate } from '@sharemyshows/contract/shows'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Leaver } from '../../platform/db/forget.ts'
import type { Actor, Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { seersOfShow } from '../../viewer/gate.ts'
import type { Attendances } from '../attendance/feature.ts'
import type { Catalog } from '../catalog/feature.ts'
import type { Feed } from '../feed/feature.ts'
import type { History } from '../history/feature.ts'
import type { Finding } from '../search/feature.ts'
import type { AbsorbDeps } from './actions/absorb-show.ts'
import { bringShow } from './actions/bring-show.ts'
import type { ReleaseMedia } from './actions/delete-show.ts'
import { followZone } from './actions/follow-zone.ts'
import { forgetShows } from './actions/forget-shows.ts'
import { hideShow } from './actions/hide-show.ts'
import { hostShow, type Night } from './actions/host-show.ts'
import { moveToArtist, moveToVenue } from './actions/move-shows.ts'
import { type ReshapeDeps, type Reshaping, reshape } from './actions/reshape-show.ts'
import type { RevertDeps } from './actions/revert-change.ts'
import { takeBackShow } from './actions/take-back-show.ts'
import { live } from './live.ts'
import { showRoutes } from './routes.ts'
import type { Facts } from './rules.ts'
import { makingOf } from './store/meetings.ts'
import { deleteUnheld, lockFacts, lockShow, type ShowChange, updateEnd, updateShow } from './store/shows.ts'
import { describing, readShow } from './views.ts'

export type ShowsOptions = {
  db: Db
  catalog: Catalog
  attendance: Attendances
  history: History
  /** How shows are found by words. */
  find: Finding
  /** Lets go of a person's media of a show, in the transaction that takes her out of it. */
  releaseMedia: ReleaseMedia
  /** Has those who follow a person hear what she added. */
  note: Feed['note']
} & Pick<AbsorbDeps, 'moving' | 'moveSetlist'> &
  Pick<RevertDeps, 'putSetlistBack' | 'putIdentityBack'> &
  Pick<ReshapeDeps, 'moved'>

export type { Settled } from '../catalog/feature.ts'
export type { Night } from './actions/host-show.ts'
export type { Facts } from './rules.ts'
export type { ShowChange, Unheld } from './store/shows.ts'
export type { Describing, ShowRow } from './views.ts'
export type Shows = ReturnType<typeof createShows>
/** What whoever looks after events needs of shows. */
export type Organising = Shows['organising']

/** Shows: concerts as facts that everybody who was there shares. */
export function createShows(options: ShowsOptions) {
  const making = makingOf(options.attendance.recording.text)
  return {
    read: (viewer: Viewer, id: string) => readShow(options.db, viewer, id),
    /** How shows are told of, for whoever tells more of them. */
    describing,
    organising: {
      host: (tx: Tx, actor: Actor, night: Night) => hostShow(tx, options, actor, night),
      /** The facts of a show, locked until the transaction ends. */
      lock: lockFacts,
      reshape: (tx: Tx, actor: Actor, id: string, facts: Facts, reshaping: Reshaping) =>
        reshape(tx, options, actor, id, facts, reshaping),
      update: (tx: Tx, id: string, columns: ShowChange) => updateShow(tx, id, columns),
      /** Keeps others from joining or leaving a show until the transaction ends. */
      close: lockShow,
      /** Takes a show away that nobody holds any more. */
      release: deleteUnheld,
    },
    bring: (tx: Tx, actor: Pick<Actor, 'id'>, written: ShowCreate, into?: string | null) =>
      bringShow(tx, { ...options, making }, actor, written, into),
    /** Says how a show ended that was made of what somebody brought. */
    bringEnd: updateEnd,
    takeBack: (tx: Tx, actor: Pick<Actor, 'id'>, id: string, since: string) =>
      takeBackShow(tx, options, actor, id, since),
    hide: hideShow,
    routes: (routes: Routes) => showRoutes(routes, { ...options, making }),
    moveToArtist: (tx: Tx, actor: Actor, fromId: string, intoId: string) =>
      moveToArtist(tx, options, actor, fromId, intoId),
    moveToVenue: (tx: Tx, actor: Actor, fromId: string, into: Parameters<typeof moveToVenue>[4]) =>
      moveToVenue(tx, options, actor, fromId, into),
    followZone,
    forget: (tx: Tx, leaver: Leaver) => forgetShows(tx, options, leaver),
    live: live((people, id) => seersOfShow(options.db, people, id)),
  }
}
