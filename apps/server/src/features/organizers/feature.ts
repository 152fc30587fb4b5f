import type { Tx } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { request } from './actions/ask.ts'
import { type Deps, organizerRoutes } from './routes.ts'

export type Organizers = Pick<ReturnType<typeof createOrganizers>, 'request'>

/** Organisers: who wants to be one, and what was decided. */
export function createOrganizers(options: Deps) {
  return {
    request: (tx: Tx, person: { id: string; username: string }) => request(tx, options, person, null),
    routes: (routes: Routes) => organizerRoutes(routes, options),
  }
}
