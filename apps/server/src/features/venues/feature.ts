import type { Db } from '../../platform/db/connect.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { venueRoutes } from './routes.ts'
import { readVenue } from './views.ts'

export type Venues = Pick<ReturnType<typeof createVenues>, 'read'>

/** Venues: what a viewer may know of where shows happen. */
export function createVenues({ db }: { db: Db }) {
  return {
    read: (viewer: Viewer, id: string) => readVenue(db, viewer, id),
    routes: (routes: Routes) => venueRoutes(routes, db),
  }
}
