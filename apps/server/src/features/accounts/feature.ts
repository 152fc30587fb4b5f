import type pg from 'pg'
import type { Db } from '../../platform/db/connect.ts'
import type { Notices } from '../../platform/db/notices.ts'
import { sessionCookies } from '../../platform/http/cookies.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Audit } from '../audit/feature.ts'
import { createAttempts } from './actions/attempts.ts'
import { createAuthenticate } from './actions/authenticate.ts'
import { COOKIE_SECONDS, endSessions } from './actions/sessions.ts'
import { cron, jobs } from './jobs.ts'
import { passwordRoutes } from './routes/passwords.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { accountRoutes } from './routes.ts'
import { replaceAvatar } from './store.ts'
import { readMe } from './views.ts'

export type AccountsOptions = {
  db: Db
  pool: pg.Pool
  notices: Notices
  secret: string
  https: boolean
  rateLimits: boolean
  /** Address of this server in mailed links. */
  home: string
  audit: Audit
}

/** Accounts: who somebody is, and how we know. */
export function createAccounts(options: AccountsOptions) {
  const { db, pool, notices, secret, https, rateLimits, home, audit } = options
  const attempts = createAttempts(pool, secret, rateLimits)
  const passwords = { db, secret, home, rateLimits, attempts, audit }
  const cookies = sessionCookies(https, COOKIE_SECONDS)
  return {
    authenticate: createAuthenticate(db, notices, secret),
    endSessions,
    readMe,
    replaceAvatar,
    routes: (routes: Routes) => {
      accountRoutes(routes, { db, secret, https, home, attempts, cookies })
      passwordRoutes(routes, passwords)
      sessionRoutes(routes, { db, audit })
    },
    jobs: jobs(passwords),
    cron,
  }
}
