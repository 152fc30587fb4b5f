import type { Db } from '../../platform/db/connect.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { searchRoutes } from './routes.ts'
import { finding } from './rules.ts'
import { findVenues } from './views.ts'

/** The query for shows that hold all words. */
export type Finding = typeof finding

/** Search: everything by what it is called, as far as the viewer may know of it. */
export function createSearch({ db }: { db: Db }) {
  return {
    find: finding,
    findVenues: (viewer: Viewer, words: string, limit: number) => findVenues(db, viewer, words, limit),
    routes: (routes: Routes) => searchRoutes(routes, db),
  }
}
