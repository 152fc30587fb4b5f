import type { JobContext, JobHandlers } from '../../platform/jobs/jobs.ts'
import { mailReset } from './actions/forgot-password.ts'
import { deleteAccount, deleteDue, type FarewellDeps } from './actions/leaving-for-good.ts'
import { noteRefusedSignIns } from './actions/note-refused-sign-ins.ts'
import type { MfaDeps } from './actions/open-challenge.ts'
import { mailSignInCode } from './actions/resend-code.ts'
import { sweepSessions } from './actions/sweep.ts'

export const cron = ['17 4 * * * sweep-sessions', '*/10 * * * * delete-due-accounts'].join('\n')

export const jobs = (deps: MfaDeps & FarewellDeps): JobHandlers => ({
  'delete-account': ({ id }: { id: string }, { signal }: JobContext) => deleteAccount(deps, id, signal),
  'delete-due-accounts': () => deleteDue(deps.db),
  'mail-reset': ({ email }: { email: string }) =>
    mailReset(deps.db, deps.secret, deps.home, deps.rateLimits, email),
  'mail-sign-in-code': ({ email }: { email: string }) => mailSignInCode(deps, email),
  'note-refused-sign-ins': ({ user_id }: { user_id: string | null }) =>
    noteRefusedSignIns(deps.db, deps.audit, user_id),
  'sweep-sessions': () => sweepSessions(deps.db),
})
