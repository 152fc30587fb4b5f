import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { auditRoutes } from './routes.ts'
import { insertEvent, pseudonymise } from './store.ts'

export type Audit = Omit<ReturnType<typeof createAudit>, 'routes'>

/** The audit trail: what happened to accounts and settings, and by whom. It is only ever added to. */
export function createAudit({ db }: { db: Db }) {
  return {
    record: insertEvent,
    pseudonymise,
    routes: (routes: Routes) => auditRoutes(routes, db),
  }
}
