import type { Db } from '../../../platform/db/connect.ts'
import type { Notices } from '../../../platform/db/notices.ts'
import type { Actor, Authenticate } from '../../../platform/http/actor.ts'
import { findAccess } from '../store.ts'
import { hashToken } from './tokens.ts'

type Entry = { actor: Actor; expiresAt: number }
const MOST_ENTRIES = 20_000

/** Actors by access token, in memory. */
export type SessionCache = {
  authenticate: Authenticate
  /** Forgets an ended session in this process at once; the others hear of it by notice. */
  forget(sessionIds: readonly string[]): void
}

/**
 * Turns access tokens into actors from memory. Ended sessions are forgotten in every process; when notices may have
 * been missed, everything is.
 */
export function createSessionCache(db: Db, notices: Notices, secret: string): SessionCache {
  const known = new Map<string, Entry>()
  const forget = (sessionIds: readonly string[]) => {
    for (const [token, entry] of known) if (sessionIds.includes(entry.actor.sessionId)) known.delete(token)
  }
  notices.onGap(() => known.clear())
  notices.on<{ sessionIds: string[] }>('session.ended', ({ sessionIds }) => forget(sessionIds))
  const remember = (token: string, entry: Entry) => {
    if (known.size >= MOST_ENTRIES) known.delete(known.keys().next().value as string)
    known.set(token, entry)
  }
  const authenticate: Authenticate = async (token) => {
    const entry = known.get(token)
    if (entry !== undefined && entry.expiresAt > Date.now()) return entry.actor
    known.delete(token)
    if (!/^sms_at_[\w-]{43}$/.test(token)) return null
    const found = await findAccess(db, hashToken(secret, token))
    if (found === undefined) return null
    const actor = { id: found.id, username: found.username, role: found.role, sessionId: found.session_id }
    remember(token, { actor, expiresAt: Date.parse(found.expires_at) })
    return actor
  }
  return { authenticate, forget }
}
