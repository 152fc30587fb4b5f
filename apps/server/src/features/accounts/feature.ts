import type pg from 'pg'
import type { Db } from '../../platform/db/connect.ts'
import type { Notices } from '../../platform/db/notices.ts'
import { sessionCookies } from '../../platform/http/cookies.ts'
import type { Routes } from '../../platform/http/route.ts'
import { createAttempts } from './actions/attempts.ts'
import { createSessionCache } from './actions/authenticate.ts'
import { COOKIE_SECONDS } from './actions/sessions.ts'
import { cron, jobs } from './jobs.ts'
import { accountRoutes } from './routes.ts'

export type AccountsOptions = {
  db: Db
  pool: pg.Pool
  notices: Notices
  secret: string
  https: boolean
  rateLimits: boolean
  /** Address of this server in mailed links. */
  home: string
}

/** Accounts: who somebody is, and how we know. */
export function createAccounts(options: AccountsOptions) {
  const { db, pool, notices, secret, https, rateLimits, home } = options
  const cache = createSessionCache(db, notices, secret)
  const attempts = createAttempts(pool, rateLimits)
  const cookies = sessionCookies(https, COOKIE_SECONDS)
  return {
    authenticate: cache.authenticate,
    routes: (routes: Routes) => accountRoutes(routes, { db, secret, https, home, attempts, cache, cookies }),
    jobs: jobs(db),
    cron,
  }
}
