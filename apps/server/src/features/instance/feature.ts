import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { type Arrival, admit, type Door } from './actions/admit.ts'
import { instanceRoutes } from './routes.ts'
import type { MailWays } from './views.ts'

export type { Admission, Arrival } from './actions/admit.ts'
export type InstanceOptions = Door & { db: Db; ways: MailWays }

/** The instance: how this server is set up, what it says of itself, and who may come in. */
export function createInstance(options: InstanceOptions) {
  return {
    admit: (tx: Tx, arrival: Arrival) => admit(tx, options, arrival),
    routes: (routes: Routes) => instanceRoutes(routes, options),
  }
}
