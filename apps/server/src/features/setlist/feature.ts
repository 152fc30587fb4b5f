import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Attendances } from '../attendance/feature.ts'
import type { History, Stretch } from '../history/feature.ts'
import { putBack } from './actions/put-back.ts'
import { setlistRoutes } from './routes.ts'
import { moveSetlist } from './store.ts'

export type SetlistOptions = { db: Db; attendance: Attendances; history: History }

/** Setlist: what was played at a show, in order. */
export function createSetlist(options: SetlistOptions) {
  return {
    routes: (routes: Routes) => setlistRoutes(routes, options),
    moveToShow: moveSetlist,
    putBack: (tx: Tx, actor: Actor, showId: string, stretch: Stretch, revertsId: string) =>
      putBack(tx, options, actor, showId, stretch, revertsId),
  }
}
