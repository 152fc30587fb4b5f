import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Audit } from '../../audit/feature.ts'
import { findUser } from '../store.ts'
import type { Attempts } from './attempts.ts'
import { confirmPassword } from './confirm-password.ts'
import { hashPassword, refuseCommon } from './passwords.ts'
import { endSessions } from './sessions.ts'
import { setPassword } from './set-password.ts'

type Deps = { db: Db; home: string; attempts: Attempts; audit: Audit }
type Change = { current_password: string; new_password: string; end_other_sessions: boolean }

/** Changes one's password, which asks for the old one, and signs out the other devices if one likes. */
export async function changePassword(
  { db, home, attempts, audit }: Deps,
  actor: Actor,
  { current_password, new_password, end_other_sessions }: Change,
): Promise<Refusal | undefined> {
  const person = await findUser(db, actor.id)
  if (person === undefined) return refuse('unauthenticated')
  const refused =
    (await confirmPassword(db, attempts, actor, current_password)) ??
    (await refuseCommon('new_password', new_password, person))
  if (refused !== undefined) return refused
  const passwordHash = await hashPassword(new_password)
  return transact(db, async (tx) => {
    if (!(await setPassword(tx, home, person, passwordHash))) return refuse('password_wrong')
    if (end_other_sessions) await endSessions(tx, actor.id, { except: actor.sessionId })
    await audit.record(tx, { actor: actor.id, act: 'password_changed', subject: actor.id })
    return undefined
  })
}
