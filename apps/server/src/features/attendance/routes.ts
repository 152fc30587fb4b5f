import * as contract from '@sharemyshows/contract/attendance'
import { changeShowAudiences } from '@sharemyshows/contract/audiences'
import { isRefusal } from '@sharemyshows/contract/errors'
import * as rsvps from '@sharemyshows/contract/rsvps'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { answerInvitation, withdrawAnswer } from './actions/answer-invitation.ts'
import { arrive, checkIn, checkOut } from './actions/arrive.ts'
import { changeAudiences } from './actions/diary.ts'
import type { Deps } from './actions/seats.ts'
import { listActiveUsers, listAttendees, readAttendance } from './views.ts'

export function attendanceRoutes(routes: Routes, deps: Deps & { db: Db }): void {
  const { db } = deps
  routes(rsvps.answerInvitation, async ({ actor, params, body, write }) =>
    write((tx) => answerInvitation(tx, deps, actor, params.id, body.status)),
  )
  routes(rsvps.withdrawAnswer, async ({ actor, params, write }) =>
    write((tx) => withdrawAnswer(tx, deps, actor, params.id)),
  )
  routes(rsvps.arrive, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const landed = await arrive(tx, deps, actor, params.id, body)
      if (isRefusal(landed)) return landed
      const { show, ...place } = landed
      return { ...(await readAttendance(tx, actor.id, show)), ...place }
    }),
  )
  routes(contract.checkIn, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const show = await checkIn(tx, deps, actor, params.id, body)
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
