import * as contract from '@sharemyshows/contract/attendance'
import { changeShowAudiences } from '@sharemyshows/contract/audiences'
import { isRefusal } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { changeAudiences, checkIn, checkOut } from './actions.ts'
import { listActiveUsers, listAttendees, readAttendance } from './views.ts'

export function attendanceRoutes(routes: Routes, db: Db): void {
  routes(contract.checkIn, async ({ actor, params, write }) =>
    write(async (tx) => {
      const show = await checkIn(tx, actor, params.id)
      return isRefusal(show) ? show : readAttendance(tx, actor.id, show)
    }),
  )
  routes(contract.checkOut, async ({ actor, params, write }) =>
    write(async (tx) => {
      const show = await checkOut(tx, actor, params.id)
      return isRefusal(show) ? show : readAttendance(tx, actor.id, show)
    }),
  )
  routes(changeShowAudiences, async ({ actor, body, write }) =>
    write(async (tx) => ({ changed: await changeAudiences(tx, actor, body.audience) })),
  )
  routes(contract.listAttendees, async ({ actor, params, query }) =>
    listAttendees(db, viewerOf(actor), params.id, query),
  )
  routes(contract.listActiveUsers, async ({ actor, params, query }) =>
    listActiveUsers(db, viewerOf(actor), params.id, query),
  )
}
