import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { SeenShowId } from '../../viewer/gate.ts'
import { amend, bring, join, leave, type Personal, record, recording } from './actions/diary.ts'
import { type Deps, dropAnswers, fillSeats } from './actions/seats.ts'
import { cron, jobs } from './jobs.ts'
import { requireAttendee } from './policy.ts'
import { attendanceRoutes } from './routes.ts'
import { findAnswered, moveAnswers } from './store/answers.ts'
import { moveAttendances, updatePart } from './store/attendances.ts'

export type { Personal } from './actions/diary.ts'
export type AttendanceOptions = { db: Db } & Deps
export type Attendances = Omit<ReturnType<typeof createAttendance>, 'routes' | 'jobs' | 'cron'>

/** Attendance: a person's own part in a show, her answer to an event, and who may change the show for it. */
export function createAttendance(options: AttendanceOptions) {
  return {
    join,
    record: (tx: Tx, personId: string, showId: string, personal: Personal) =>
      record(tx, options, personId, showId, personal),
    recording,
    bring,
    /** Has an entry that was brought along be as it was elsewhere. */
    bringPart: updatePart,
    amend,
    leave: (tx: Tx, personId: string, showId: SeenShowId) => leave(tx, options, personId, showId),
    /** Diaries first: who goes by them gave no other answer. */
    moveToShow: async (tx: Tx, fromId: string, intoId: string) => {
      await moveAttendances(tx, fromId, intoId)
      await moveAnswers(tx, fromId, intoId)
    },
    requireAttendee,
    /** Lets in who waits for an event while there are seats. */
    fillSeats: (tx: Tx, showId: string) => fillSeats(tx, options, showId),
    /** Takes all answers to an event back that takes place no longer. */
    dropAnswers,
    /** Those who said that they come, that they may, or who wait. */
    findAnswered,
    routes: (routes: Routes) => attendanceRoutes(routes, options),
    jobs: jobs(options.db),
    cron,
  }
}
