import type { Db } from '../../platform/db/connect.ts'
import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import { closeAttendances } from './actions/close-attendances.ts'

export const cron = '*/5 * * * * close-attendances'

export const jobs = (db: Db): JobHandlers => ({
  'close-attendances': (_payload, { signal }: JobContext) => closeAttendances(db, signal),
})
