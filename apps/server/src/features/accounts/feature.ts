import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Forget } from '../../platform/db/forget.ts'
import type { Notices } from '../../platform/db/notices.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { sessionCookies } from '../../platform/http/cookies.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Audit } from '../audit/feature.ts'
import { createAttempts } from './actions/attempts.ts'
import { createAuthenticate } from './actions/authenticate.ts'
import { bringProfile, takeProfileBack } from './actions/bring-profile.ts'
import { clearProfile } from './actions/change-profile.ts'
import { confirmPassword } from './actions/confirm-password.ts'
import { type Couriers, createMailCourier } from './actions/couriers.ts'
import type { Admit } from './actions/register.ts'
import { resetMfa } from './actions/reset-mfa.ts'
import { COOKIE_SECONDS, endSessions } from './actions/sessions.ts'
import { changeRole, changeStanding, type Standing, suspendAsModerator } from './actions/standing.ts'
import { tell } from './actions/tell.ts'
import { hashToken, mintToken } from './actions/tokens.ts'
import { cron, jobs } from './jobs.ts'
import type { Notice } from './mails.ts'
import { leavingRoutes } from './routes/leaving.ts'
import { mfaRoutes } from './routes/mfa.ts'
import { passwordRoutes } from './routes/passwords.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { accountRoutes, resumeSession } from './routes.ts'
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
  /** Who may register, and as what. */
  admit: Admit
  /** What each feature does to forget a person. */
  forgetting: () => readonly Forget[]
  /** How somebody's account at Spotify stands. */
  spotify: (personId: string) => Promise<{ linked: boolean; needs_reconnect: boolean }>
}

export type Accounts = Pick<
  ReturnType<typeof createAccounts>,
  'tell' | 'readMe' | 'bringProfile' | 'takeProfileBack'
>

/** Accounts: who somebody is, and how we know. */
export function createAccounts(options: AccountsOptions) {
  const { db, pool, notices, secret, https, rateLimits, home, audit, admit, forgetting, spotify } = options
  const attempts = createAttempts(pool, secret, rateLimits)
  const passwords = { db, secret, home, rateLimits, attempts, audit }
  const couriers: Couriers = { email: createMailCourier(home), sms: null }
  const mfa = { db, secret, home, rateLimits, couriers, audit }
  const cookies = sessionCookies(https, COOKIE_SECONDS)
  const authenticate = createAuthenticate(db, notices, secret)
  return {
    authenticate,
    /** Who a browser is signed in as whose access token ran out while it was elsewhere; null for nobody. */
    resume: (request: FastifyRequest, reply: FastifyReply) =>
      resumeSession({ db, secret, https, cookies, authenticate }, request, reply),
    confirmPassword: (actor: Actor, password: string) => confirmPassword(db, attempts, actor, password),
    changeStanding: (tx: Tx, by: string, userId: string, change: Standing) =>
      changeStanding(tx, audit, by, userId, change),
    changeRole,
    suspendAsModerator: (tx: Tx, by: string, userId: string) => suspendAsModerator(tx, audit, by, userId),
    /** Takes away what a person says of herself, as a moderator decided. */
    clearProfile,
    /** What somebody said of herself elsewhere and brings along. */
    bringProfile,
    takeProfileBack,
    resetMfa: (tx: Tx, by: string, userId: string) => resetMfa(tx, { audit, home }, by, userId),
    tell: (tx: Tx, userIds: readonly string[], words: Omit<Notice, 'home'>) => tell(tx, home, userIds, words),
    /** Tokens of links that others mail. */
    tokens: { mint: () => mintToken('in'), hash: (token: string) => hashToken(secret, token) },
    /** Tokens of calendars' addresses. */
    calendarTokens: { mint: () => mintToken('ca'), hash: (token: string) => hashToken(secret, token) },
    endSessions,
    readMe,
    replaceAvatar,
    routes: (routes: Routes) => {
      accountRoutes(routes, { ...mfa, https, attempts, cookies, admit, spotify })
      mfaRoutes(routes, { ...mfa, attempts, cookies })
      passwordRoutes(routes, passwords)
      sessionRoutes(routes, { db, audit })
      leavingRoutes(routes, { db, audit, home, attempts, cookies })
    },
    jobs: jobs({ ...mfa, forgetting }),
    cron,
  }
}
