import type { Tx } from '../../platform/db/connect.ts'
import type { Leaver } from '../../platform/db/forget.ts'
import type { Routes } from '../../platform/http/route.ts'
import { accept } from './actions/accept.ts'
import { cron, jobs } from './jobs.ts'
import { type Deps, invitationRoutes } from './routes.ts'
import { forgetAddress } from './store.ts'

export type Invitations = Pick<ReturnType<typeof createInvitations>, 'accept'>

/** Invitations: links that let one person in. */
export function createInvitations(options: Deps) {
  const { db, audit, tokens } = options
  return {
    accept: (tx: Tx, token: string, email: string) => accept(tx, audit, tokens.hash(token), email),
    routes: (routes: Routes) => invitationRoutes(routes, options),
    jobs: jobs(db),
    cron,
    forget: async (tx: Tx, leaver: Leaver) => {
      await forgetAddress(tx, leaver)
      return false
    },
  }
}
