import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Log } from '../../platform/log/log.ts'
import { type Arrival, admit, type Door } from './actions/admit.ts'
import { isEmpty } from './policy.ts'
import { instanceRoutes } from './routes.ts'
import type { Told } from './views.ts'

export type { Admission, Arrival } from './actions/admit.ts'
export type InstanceOptions = Door & { db: Db; told: Told; log: Log }

/** The instance: how this server is set up, what it says of itself, and who may come in. */
export function createInstance(options: InstanceOptions) {
  const { db, log } = options
  return {
    admit: (tx: Tx, arrival: Arrival) => admit(tx, options, arrival),
    routes: (routes: Routes) => instanceRoutes(routes, options),
    start: async () => {
      if (await isEmpty(db)) log.info('nobody has an account yet: the first to register becomes the admin')
    },
  }
}
