import * as contract from '@sharemyshows/contract/accounts'
import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/db/connect.ts'
import type { Actor, Authenticate } from '../../platform/http/actor.ts'
import { cookieNames, type SessionCookies } from '../../platform/http/cookies.ts'
import { answer } from '../../platform/http/once.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Attempts } from './actions/attempts.ts'
import { changeProfile } from './actions/change-profile.ts'
import type { MfaDeps } from './actions/open-challenge.ts'
import { type Admit, register } from './actions/register.ts'
import { endSessions, refreshSession } from './actions/sessions.ts'
import { signIn } from './actions/sign-in.ts'
import { readMe } from './views.ts'

type Deps = MfaDeps & {
  https: boolean
  attempts: Attempts
  cookies: SessionCookies
  admit: Admit
  /** How her account at Spotify stands. */
  spotify: (personId: string) => Promise<{ linked: boolean; needs_reconnect: boolean }>
}

export function accountRoutes(routes: Routes, deps: Deps): void {
  const { db, secret, https, attempts, cookies } = deps
  const names = cookieNames(https)

  const withCookies = <T extends contract.SignedIn | Refusal>(reply: FastifyReply, result: T): T => {
    if (!isRefusal(result)) cookies.set(reply, result)
    return result
  }

  routes(contract.register, async ({ body, request, reply }) => {
    const result = await register(deps, body, deviceOf(request))
    return 'access_token' in result ? answer(201, withCookies(reply, result)) : result
  })
  routes(contract.login, async ({ body, request, reply }) => {
    const identifier = body.identifier ?? body.email ?? body.username ?? ''
    const result = await signIn(deps, attempts, identifier, body.password, deviceOf(request))
    return 'access_token' in result ? withCookies(reply, result) : result
  })
  routes(contract.refresh, async ({ body, request, reply }) => {
    const token = body?.refresh_token ?? request.cookies[names.refresh] ?? ''
    const result = await refreshSession(db, secret, token)
    if (isRefusal(result) && body?.refresh_token === undefined) cookies.clear(reply)
    return withCookies(reply, result)
  })
  routes(contract.logout, async ({ actor, reply, write }) => {
    if (actor !== null) await write((tx) => endSessions(tx, actor.id, { only: actor.sessionId }))
    cookies.clear(reply)
    return undefined
  })
  routes(contract.logoutByLink, async ({ actor, request, reply, write }) => {
    // a link in a mail or an image carries the cookie but no header, and must log nobody out
    if (request.headers.authorization === undefined) return { refused: 'unauthenticated' }
    await write((tx) => endSessions(tx, actor.id, { only: actor.sessionId }))
    cookies.clear(reply)
    return undefined
  })
  routes(contract.me, async ({ actor }) => readMe(db, actor.id))
  routes(contract.status, async ({ actor }) => ({
    authenticated: actor !== null,
    user: actor === null ? null : await readMe(db, actor.id),
    spotify: actor === null ? { linked: false, needs_reconnect: false } : await deps.spotify(actor.id),
  }))
  routes(contract.readMe, async ({ actor }) => readMe(db, actor.id))
  routes(contract.changeMe, async ({ actor, body, write }) =>
    write(async (tx) => {
      await changeProfile(tx, actor, body)
      return readMe(tx, actor.id)
    }),
  )
}

const deviceOf = (request: FastifyRequest) => ({ ip: request.ip, userAgent: request.headers['user-agent'] })

/**
 * Exchanges a browser's refresh cookie as its page would, for an edge that another site led it to; null where it is signed
 * in as nobody.
 */
export async function resumeSession(
  deps: { db: Db; secret: string; https: boolean; cookies: SessionCookies; authenticate: Authenticate },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Actor | null> {
  const token = request.cookies[cookieNames(deps.https).refresh]
  if (token === undefined || request.headers.authorization !== undefined) return null
  const session = await refreshSession(deps.db, deps.secret, token)
  if (isRefusal(session)) return null
  deps.cookies.set(reply, session)
  return deps.authenticate(session.access_token)
}
