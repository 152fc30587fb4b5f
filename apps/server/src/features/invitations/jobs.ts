import type { Db } from '../../platform/db/connect.ts'
import type { JobHandlers } from '../../platform/jobs/jobs.ts'
import { sweepInvitations } from './actions/sweep.ts'

export const cron = '41 4 * * * sweep-invitations'

export const jobs = (db: Db): JobHandlers => ({
  'sweep-invitations': () => sweepInvitations(db),
})
