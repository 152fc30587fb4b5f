import type { Db } from '../../platform/db/connect.ts'
import type { JobHandlers } from '../../platform/jobs/jobs.ts'
import { sweepSessions } from './actions/sweep.ts'

export const cron = '17 4 * * * sweep-sessions'

export const jobs = (db: Db): JobHandlers => ({
  'sweep-sessions': () => sweepSessions(db),
})
