import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Audit } from '../audit/feature.ts'
import { instanceRoutes } from './routes.ts'
import type { MailWays } from './views.ts'

export type InstanceOptions = { db: Db; audit: Audit; ways: MailWays }

/** The instance: how this server is set up, and what it says of itself. */
export function createInstance(options: InstanceOptions) {
  return {
    routes: (routes: Routes) => instanceRoutes(routes, options),
  }
}
