import type { Db } from '../../platform/db/connect.ts'
import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import { purgeComments } from './actions/purge-comments.ts'

export const cron = '*/5 * * * * purge-comments'

export const jobs = (db: Db): JobHandlers => ({
  'purge-comments': async (_payload, { log }: JobContext) => {
    const purged = await purgeComments(db)
    if (purged > 0) log.info({ purged }, 'deleted comments were purged')
  },
})
