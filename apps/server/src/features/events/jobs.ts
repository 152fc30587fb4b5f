import type { Db } from '../../platform/db/connect.ts'
import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import { sweepPosters } from './actions/sweep-posters.ts'

export const cron = '48 * * * * sweep-posters'

export const jobs = (db: Db, storage: Storage): JobHandlers => ({
  'sweep-posters': async (_payload, { signal, log }: JobContext) => {
    const swept = await sweepPosters(db, storage, signal)
    if (swept > 0) log.info({ swept }, 'posters that no event has were removed')
  },
})
