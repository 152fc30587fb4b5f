import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import { COOLING_OFF_DAYS } from '@sharemyshows/contract/leaving'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { tellPerson } from '../../../platform/live/live.ts'
import { recheckEverybody } from '../../../platform/live/rooms.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import type { Audit } from '../../audit/feature.ts'
import { keptMail, leavingMail } from '../mails.ts'
import { deleteChallenges } from '../store/challenges.ts'
import { hasOthers, lockAdmins, setLeaving, unsetLeaving } from '../store/leaving.ts'
import { findUser, type UserRow } from '../store.ts'
import { endSessions } from './sessions.ts'

export type LeavingDeps = {
  audit: Audit
  /** Address of this server in mailed links. */
  home: string
}

/**
 * Ends an account, after its password was asked: nobody else sees it from now on and all sessions end. What is hers goes
 * by a job, at once or after the days in which she can keep it.
 */
export async function leave(
  tx: Tx,
  { audit, home }: LeavingDeps,
  actor: Actor,
  when: 'now' | 'later',
): Promise<Refusal | undefined> {
  if (await isIndispensable(tx, actor.id)) return refuse('last_admin')
  const leavesAt = await setLeaving(tx, actor.id, when === 'now' ? 0 : COOLING_OFF_DAYS)
  await deleteChallenges(tx, actor.id)
  await endSessions(tx, actor.id)
  await recheckEverybody(tx)
  await audit.record(tx, { actor: actor.id, act: 'account_deleting', subject: actor.id, details: { when } })
  await queueMail(
    tx,
    leavingMail(await readUser(tx, actor.id), { home, leavesAt: when === 'now' ? null : leavesAt }),
  )
  if (when === 'now') await deleteLater(tx, actor.id)
  return undefined
}

/** Takes leaving back. */
export async function keep(tx: Tx, { audit, home }: LeavingDeps, actor: Actor): Promise<void> {
  if (!(await unsetLeaving(tx, actor.id))) return
  await tellPerson(tx, actor.id, 'account_changed', { what: 'me' })
  await recheckEverybody(tx)
  await audit.record(tx, { actor: actor.id, act: 'account_kept', subject: actor.id })
  await queueMail(tx, keptMail(await readUser(tx, actor.id), { home }))
}

/** Has the account removed by a job that starts when the transaction commits. */
export const deleteLater = (tx: Tx, id: string): Promise<void> =>
  enqueue(tx, 'delete-account', { id }, { key: `delete-account:${id}` })

/** The last admin who stays looks after everybody else. */
async function isIndispensable(tx: Tx, id: string): Promise<boolean> {
  const admins = await lockAdmins(tx)
  const isAdmin = admins.some((admin) => admin.id === id)
  const another = admins.some((admin) => admin.id !== id && admin.stays)
  return isAdmin && !another && (await hasOthers(tx, id))
}

async function readUser(tx: Tx, id: string): Promise<UserRow> {
  const user = await findUser(tx, id)
  if (user === undefined) throw new Error('an actor without a user')
  return user
}
