import type { Db } from '../../platform/db/connect.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { peopleRoutes } from './routes.ts'
import { readProfile } from './views.ts'

export type People = Pick<ReturnType<typeof createPeople>, 'read'>

/** People: who somebody is to others. */
export function createPeople({ db }: { db: Db }) {
  return {
    read: (viewer: Viewer, username: string) => readProfile(db, viewer, username),
    routes: (routes: Routes) => peopleRoutes(routes, db),
  }
}
