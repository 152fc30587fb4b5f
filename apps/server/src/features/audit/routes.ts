import * as contract from '@sharemyshows/contract/audit'
import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { listEvents } from './views.ts'

export function auditRoutes(routes: Routes, db: Db): void {
  routes(contract.listAudit, async ({ query }) => listEvents(db, query))
}
