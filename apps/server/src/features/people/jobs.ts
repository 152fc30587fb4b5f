import type { Db } from '../../platform/db/connect.ts'
import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import { sweepAvatars } from './actions/sweep-avatars.ts'

export const cron = '46 * * * * sweep-avatars'

export const jobs = (db: Db, storage: Storage): JobHandlers => ({
  'sweep-avatars': async (_payload, { signal, log }: JobContext) => {
    const swept = await sweepAvatars(db, storage, signal)
    if (swept > 0) log.info({ swept }, 'pictures that nobody shows were removed')
  },
})
