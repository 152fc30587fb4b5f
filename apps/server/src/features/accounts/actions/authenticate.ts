import type { Db } from '../../../platform/db/connect.ts'
import type { Notices } from '../../../platform/db/notices.ts'
import type { Actor, Authenticate } from '../../../platform/http/actor.ts'
import { TOUCH_SECONDS } from '../rules.ts'
import { findAccess, touchSession } from '../store.ts'
import { hashToken } from './tokens.ts'

type Entry = { actor: Actor; touchedAt: number }
const MOST_ENTRIES = 20_000

type Forget = (gone: (actor: Actor) => boolean) => void

/** What the caches of this process forget by: an answer that ends a session is sent when none knows it any more. */
const caches = new Set<Forget>()

/** Forgets ended sessions in this process at once; the other processes hear of it by notice. */
export function forgetSessions(sessionIds: readonly string[]): void {
  const gone = new Set(sessionIds)
  for (const forget of caches) forget(({ sessionId }) => gone.has(sessionId))
}

/** Forgets in this process at once what these people were; they are read again. */
export function forgetPeople(userIds: readonly string[]): void {
  for (const forget of caches) forget(({ id }) => userIds.includes(id))
}

/**
 * Turns access tokens into actors from memory. Ended sessions are forgotten in every process; when notices may have
 * been missed, everything is.
 */
export function createAuthenticate(db: Db, notices: Notices, secret: string): Authenticate {
  const known = new Map<string, Entry>()
  let forgotten = 0
  const forget: Forget = (gone) => {
    forgotten++
    for (const [token, { actor }] of known) if (gone(actor)) known.delete(token)
  }
  caches.add(forget)
  notices.onGap(() => forget(() => true))
  notices.on<{ sessionIds: string[] }>('session.ended', ({ sessionIds }) => {
    forget(({ sessionId }) => sessionIds.includes(sessionId))
  })
  notices.on<{ userIds: string[] }>('account.changed', ({ userIds }) => {
    forget(({ id }) => userIds.includes(id))
  })

  /** Keeps the time of last use within some minutes, for one write in that time at most. */
  const touch = (entry: Entry) => {
    if (Date.now() - entry.touchedAt < TOUCH_SECONDS * 1000) return
    entry.touchedAt = Date.now()
    // a list that lags is no reason to fail a request
    touchSession(db, entry.actor.sessionId).catch(() => {})
  }
  return async (token) => {
    const entry = known.get(token)
    if (entry !== undefined && entry.actor.tokenExpiresAt > Date.now()) {
      touch(entry)
      return entry.actor
    }
    known.delete(token)
    if (!/^sms_at_[\w-]{43}$/.test(token)) return null
    const before = forgotten
    const found = await findAccess(db, hashToken(secret, token))
    if (found === undefined) return null
    const { id, username, role, session_id, expires_at, last_used_at } = found
    const actor = { id, username, role, sessionId: session_id, tokenExpiresAt: Date.parse(expires_at) }
    const fresh = { actor, touchedAt: Date.parse(last_used_at) }
    touch(fresh)
    // what was read while a session ended may be that session
    if (forgotten === before) {
      if (known.size >= MOST_ENTRIES) known.delete(known.keys().next().value as string)
      known.set(token, fresh)
    }
    return actor
  }
}
