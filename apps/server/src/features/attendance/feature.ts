import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Feed } from '../feed/feature.ts'
import type { Notifications } from '../notifications/feature.ts'
import { amend, join, leave, record, recording } from './actions.ts'
import { requireAttendee } from './policy.ts'
import { attendanceRoutes } from './routes.ts'
import { moveAttendances } from './store.ts'

export type AttendanceOptions = { db: Db; note: Feed['note']; tell: Notifications['tell'] }
export type Attendances = Omit<ReturnType<typeof createAttendance>, 'routes'>

/** Attendance: a person's own part in a show, and who may change the show for it. */
export function createAttendance({ db }: AttendanceOptions) {
  return {
    join,
    record,
    recording,
    amend,
    leave,
    moveToShow: moveAttendances,
    requireAttendee,
    routes: (routes: Routes) => attendanceRoutes(routes, db),
  }
}
