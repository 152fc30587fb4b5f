import type { Db } from '../../platform/db/connect.ts'
import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import type { Storage } from '../../platform/storage/storage.ts'
import { renderPhoto } from './actions/render-photo.ts'
import { sweepStorage } from './actions/sweep-storage.ts'

export const cron = '41 * * * * sweep-storage'

export const jobs = (db: Db, storage: Storage): JobHandlers => ({
  'render-photo': async ({ id }: { id: string }, { lastAttempt }: JobContext) =>
    renderPhoto({ db, storage }, id, lastAttempt),
  'sweep-storage': async (_payload, { signal, log }: JobContext) => {
    const swept = await sweepStorage(db, storage, signal)
    if (swept > 0) log.info({ swept }, 'files without a row were removed')
  },
})
