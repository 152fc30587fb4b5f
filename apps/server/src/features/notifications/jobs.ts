import type { Db } from '../../platform/db/connect.ts'
import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import { mailDue } from './actions/mail-due.ts'
import { sweepNotifications } from './actions/sweep.ts'
import { readMailed } from './views.ts'

export const cron = ['* * * * * mail-notifications', '43 4 * * * sweep-notifications'].join('\n')

export const jobs = (db: Db, home: string): JobHandlers => ({
  'mail-notifications': (_payload, { signal }: JobContext) => mailDue({ db, home, readMailed }, signal),
  'sweep-notifications': async (_payload, { signal, log }: JobContext) => {
    const swept = await sweepNotifications(db, signal)
    if (swept > 0) log.info({ swept }, 'old notifications were swept')
  },
})
