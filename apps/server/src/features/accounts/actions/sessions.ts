import type { SignedIn } from '@sharemyshows/contract/accounts'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { notify } from '../../../platform/db/notices.ts'
import { afterCommit, transact } from '../../../platform/db/transact.ts'
import { plainAddress } from '../../../platform/http/network.ts'
import { tellPerson } from '../../../platform/live/live.ts'
import {
  ACCESS_SECONDS,
  inSeconds,
  REFRESH_GRACE_SECONDS,
  REFRESH_IDLE_SECONDS,
  SESSION_SECONDS,
} from '../rules.ts'
import * as store from '../store.ts'
import { forgetSessions } from './authenticate.ts'
import { hashToken, mintToken } from './tokens.ts'

/** How long the browser keeps the cookies of a session, in seconds. */
export const COOKIE_SECONDS = { access: ACCESS_SECONDS, refresh: REFRESH_IDLE_SECONDS }

/** Where a sign-in comes from, shown in the list of sessions. */
export type Device = { ip: string; userAgent: string | undefined }

/** Starts a session and gives its first tokens. */
export async function startSession(
  tx: Tx,
  secret: string,
  user: store.UserRow,
  device: Device,
): Promise<SignedIn> {
  const id = newId()
  await store.insertSession(tx, {
    id,
    user_id: user.id,
    ip: plainAddress(device.ip),
    user_agent: device.userAgent?.slice(0, 300) ?? null,
    expires_at: inSeconds(SESSION_SECONDS),
  })
  await tellPerson(tx, user.id, 'account_changed', { what: 'sessions' })
  return issueTokens(tx, secret, user, id)
}

async function issueTokens(
  tx: Tx,
  secret: string,
  user: store.UserRow,
  sessionId: string,
): Promise<SignedIn> {
  const access = mintToken('at')
  const refresh = mintToken('rt')
  await store.insertAccessToken(tx, {
    hash: hashToken(secret, access),
    session_id: sessionId,
    expires_at: inSeconds(ACCESS_SECONDS),
  })
  await store.insertRefreshToken(tx, {
    hash: hashToken(secret, refresh),
    session_id: sessionId,
    expires_at: inSeconds(REFRESH_IDLE_SECONDS),
  })
  return {
    access_token: access,
    refresh_token: refresh,
    token_type: 'Bearer',
    expires_in: ACCESS_SECONDS,
    user: {
      id: user.id,
      username: user.username,
      email: user.email,
      role: user.role,
      email_verified: user.email_verified,
      mfa_enabled: user.mfa_enabled,
    },
  }
}

/** Exchanges a refresh token. One that was exchanged before the grace window is stolen: its session ends. */
export async function refreshSession(db: Db, secret: string, token: string): Promise<SignedIn | Refusal> {
  const hash = hashToken(secret, token)
  const result = await transact(db, async (tx) => {
    const found = await store.lockRefresh(tx, hash)
    const now = Date.now()
    if (
      found === undefined ||
      Date.parse(found.session_expires_at) < now ||
      Date.parse(found.expires_at) < now
    ) {
      return refuse('refresh_refused')
    }
    const usedFor = found.used_at === null ? 0 : now - Date.parse(found.used_at)
    if (usedFor > REFRESH_GRACE_SECONDS * 1000) return { stolen: found }
    const user = await store.findUser(tx, found.user_id)
    if (user === undefined || user.suspended_at !== null) return refuse('refresh_refused')
    await store.markRefreshUsed(tx, hash, found.session_id)
    return issueTokens(tx, secret, user, found.session_id)
  })
  if (!('stolen' in result)) return result
  const { user_id, session_id } = result.stolen
  await transact(db, (tx) => endSessions(tx, user_id, { only: session_id }))
  return refuse('refresh_refused')
}

/** Ids that fit one notice (PostgreSQL's limit is 8,000 bytes). */
const IDS_A_NOTICE = 150

/**
 * Ends sessions of a person everywhere at once: tokens, caches of all processes, open sockets. All of them, or only one,
 * or all except one. Gives the ids of those that were there.
 */
export async function endSessions(
  tx: Tx,
  userId: string,
  which: { only?: string; except?: string } = {},
): Promise<string[]> {
  const ended = await store.deleteSessions(tx, userId, which)
  for (let from = 0; from < ended.length; from += IDS_A_NOTICE) {
    await notify(tx, 'session.ended', { sessionIds: ended.slice(from, from + IDS_A_NOTICE) })
  }
  if (ended.length > 0) await tellPerson(tx, userId, 'account_changed', { what: 'sessions' })
  afterCommit(tx, () => forgetSessions(ended))
  return ended
}
