import type { Role } from '@sharemyshows/contract/accounts'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { notify } from '../../../platform/db/notices.ts'
import { afterCommit } from '../../../platform/db/transact.ts'
import { isStaff } from '../../../platform/http/actor.ts'
import { recheckEverybody } from '../../../platform/live/rooms.ts'
import type { Audit } from '../../audit/feature.ts'
import { deleteChallenges } from '../store/challenges.ts'
import { lockAdmins } from '../store/leaving.ts'
import { findUser, lockUser, type UserRow, updateUser } from '../store.ts'
import { forgetPeople } from './authenticate.ts'
import { endSessions } from './sessions.ts'

/** What an admin may decide about somebody's account; what is absent stays. */
export type Standing = { role?: Role | undefined; suspended?: boolean | undefined }

/**
 * Gives somebody another role, suspends or reinstates: at once, in all processes and on open pages. All admins are
 * locked, so that of two who demote each other one finds that she is none any more, and one stays. `by` is null for
 * whoever holds the server itself.
 */
export async function changeStanding(
  tx: Tx,
  audit: Audit,
  by: string | null,
  userId: string,
  { role, suspended }: Standing,
): Promise<Refusal | undefined> {
  const admins = await lockAdmins(tx)
  if (by !== null && !admins.some(({ id }) => id === by)) return refuse('forbidden')
  const user = await lockUser(tx, userId)
  if (user === undefined) return refuse('not_found')
  const becomes = { role: role ?? user.role, suspended: suspended ?? user.suspended_at !== null }
  const goes = admins.some(({ id, stays }) => id === userId && stays)
  const remains = becomes.role === 'admin' && !becomes.suspended
  if (goes && !remains && !admins.some(({ id, stays }) => id !== userId && stays)) return refuse('last_admin')

  if (becomes.role !== user.role) {
    await changeRole(tx, userId, becomes.role)
    const details = { before: user.role, after: becomes.role }
    await audit.record(tx, { actor: by, act: 'role_changed', subject: userId, details })
  }
  await setSuspended(tx, audit, by, user, becomes.suspended)
  return undefined
}

/** Suspends somebody as a moderator may: nobody who looks after the server, unless it is an admin who does it. */
export async function suspendAsModerator(
  tx: Tx,
  audit: Audit,
  by: string,
  userId: string,
): Promise<Refusal | undefined> {
  if ((await findUser(tx, by))?.role === 'admin') {
    return changeStanding(tx, audit, by, userId, { suspended: true })
  }
  const judge = await lockUser(tx, by)
  if (judge === undefined || !isStaff(judge)) return refuse('forbidden')
  const user = await lockUser(tx, userId)
  if (user === undefined) return refuse('not_found')
  if (isStaff(user)) return refuse('forbidden')
  await setSuspended(tx, audit, by, user, true)
  return undefined
}

/** Suspends or reinstates a person who is locked: whatever is hers is hidden from others, or there again. */
async function setSuspended(
  tx: Tx,
  audit: Audit,
  by: string | null,
  { id, suspended_at }: Pick<UserRow, 'id' | 'suspended_at'>,
  suspended: boolean,
): Promise<void> {
  if (suspended === (suspended_at !== null)) return
  await updateUser(tx, id, { suspended_at: suspended ? new Date().toISOString() : null })
  if (suspended) {
    await deleteChallenges(tx, id)
    await endSessions(tx, id)
  }
  await recheckEverybody(tx)
  await audit.record(tx, { actor: by, act: suspended ? 'suspended' : 'reinstated', subject: id })
}

/** Gives somebody another role; who may decide that is for others to say. */
export async function changeRole(tx: Tx, userId: string, role: Role): Promise<void> {
  await updateUser(tx, userId, { role })
  await notify(tx, 'account.changed', { userIds: [userId] })
  afterCommit(tx, () => forgetPeople([userId]))
}
