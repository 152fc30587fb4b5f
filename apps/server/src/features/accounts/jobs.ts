import type { Db } from '../../platform/db/connect.ts'
import { transact } from '../../platform/db/transact.ts'
import type { JobHandlers } from '../../platform/jobs/jobs.ts'
import { deleteExpired } from './store.ts'

export const cron = '17 4 * * * sweep-sessions'

export const jobs = (db: Db): JobHandlers => ({
  'sweep-sessions': async () => {
    await transact(db, deleteExpired)
  },
})
