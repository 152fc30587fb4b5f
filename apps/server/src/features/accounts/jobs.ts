import type { JobHandlers } from '../../platform/jobs/jobs.ts'
import { mailReset } from './actions/forgot-password.ts'
import { noteRefusedSignIns } from './actions/note-refused-sign-ins.ts'
import type { MfaDeps } from './actions/open-challenge.ts'
import { mailSignInCode } from './actions/resend-code.ts'
import { sweepSessions } from './actions/sweep.ts'

export const cron = '17 4 * * * sweep-sessions'

export const jobs = (deps: MfaDeps): JobHandlers => ({
  'mail-reset': ({ email }: { email: string }) =>
    mailReset(deps.db, deps.secret, deps.home, deps.rateLimits, email),
  'mail-sign-in-code': ({ email }: { email: string }) => mailSignInCode(deps, email),
  'note-refused-sign-ins': ({ user_id }: { user_id: string | null }) =>
    noteRefusedSignIns(deps.db, deps.audit, user_id),
  'sweep-sessions': () => sweepSessions(deps.db),
})
