import type { Db } from '../../platform/db/connect.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { artistRoutes } from './routes.ts'
import { readArtist } from './views.ts'

export type Artists = Pick<ReturnType<typeof createArtists>, 'read'>

/** Artists: what a viewer may know of whoever played. */
export function createArtists({ db }: { db: Db }) {
  return {
    read: (viewer: Viewer, id: string) => readArtist(db, viewer, id),
    routes: (routes: Routes) => artistRoutes(routes, db),
  }
}
