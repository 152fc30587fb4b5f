import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Audit } from '../../audit/feature.ts'
import { endSessions } from './sessions.ts'

/** Signs out one of one's own devices. */
export async function endSession(
  tx: Tx,
  audit: Audit,
  actor: Actor,
  sessionId: string,
): Promise<Refusal | undefined> {
  const ended = await endSessions(tx, actor.id, { only: sessionId })
  if (ended.length === 0) return refuse('not_found')
  await audit.record(tx, { actor: actor.id, act: 'session_ended', subject: actor.id })
  return undefined
}

/** Signs out all devices but the one that asks. */
export async function endOtherSessions(tx: Tx, audit: Audit, actor: Actor): Promise<undefined> {
  const ended = await endSessions(tx, actor.id, { except: actor.sessionId })
  if (ended.length === 0) return
  const details = { count: ended.length }
  await audit.record(tx, { actor: actor.id, act: 'sessions_ended', subject: actor.id, details })
}
