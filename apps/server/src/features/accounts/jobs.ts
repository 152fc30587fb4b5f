import type { Db } from '../../platform/db/connect.ts'
import type { JobHandlers } from '../../platform/jobs/jobs.ts'
import { mailReset } from './actions/forgot-password.ts'
import { sweepSessions } from './actions/sweep.ts'

export const cron = '17 4 * * * sweep-sessions'

type Deps = { db: Db; secret: string; home: string; rateLimits: boolean }

export const jobs = ({ db, secret, home, rateLimits }: Deps): JobHandlers => ({
  'mail-reset': ({ email }: { email: string }) => mailReset(db, secret, home, rateLimits, email),
  'sweep-sessions': () => sweepSessions(db),
})
