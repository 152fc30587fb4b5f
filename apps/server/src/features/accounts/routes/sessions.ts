import * as contract from '@sharemyshows/contract/sessions'
import type { Db } from '../../../platform/db/connect.ts'
import type { Routes } from '../../../platform/http/route.ts'
import type { Audit } from '../../audit/feature.ts'
import { endOtherSessions, endSession } from '../actions/end-session.ts'
import { listSessions } from '../views.ts'

export function sessionRoutes(routes: Routes, { db, audit }: { db: Db; audit: Audit }): void {
  routes(contract.listSessions, async ({ actor }) => ({
    items: await listSessions(db, actor),
    next_cursor: null,
  }))
  routes(contract.endSession, async ({ actor, params, write }) =>
    write((tx) => endSession(tx, audit, actor, params.id)),
  )
  routes(contract.endOtherSessions, async ({ actor, write }) =>
    write((tx) => endOtherSessions(tx, audit, actor)),
  )
}
