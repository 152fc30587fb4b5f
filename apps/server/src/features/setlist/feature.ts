import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Attendances } from '../attendance/feature.ts'
import { setlistRoutes } from './routes.ts'
import { moveSetlist } from './store.ts'

export type SetlistOptions = { db: Db; attendance: Attendances }

/** Setlist: what was played at a show, in order. */
export function createSetlist(options: SetlistOptions) {
  return {
    routes: (routes: Routes) => setlistRoutes(routes, options),
    moveToShow: moveSetlist,
  }
}
