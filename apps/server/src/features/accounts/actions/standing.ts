import type { Role } from '@sharemyshows/contract/accounts'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { notify } from '../../../platform/db/notices.ts'
import { afterCommit } from '../../../platform/db/transact.ts'
import type { Audit } from '../../audit/feature.ts'
import { deleteChallenges } from '../store/challenges.ts'
import { lockAdmins } from '../store/leaving.ts'
import { lockUser, updateUser } from '../store.ts'
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
  const wasSuspended = user.suspended_at !== null
  const becomes = { role: role ?? user.role, suspended: suspended ?? wasSuspended }
  const goes = admins.some(({ id, stays }) => id === userId && stays)
  const remains = becomes.role === 'admin' && !becomes.suspended
  if (goes && !remains && !admins.some(({ id, stays }) => id !== userId && stays)) return refuse('last_admin')

  if (becomes.role !== user.role) {
    await changeRole(tx, userId, becomes.role)
    const details = { before: user.role, after: becomes.role }
    await audit.record(tx, { actor: by, act: 'role_changed', subject: userId, details })
  }
  if (becomes.suspended !== wasSuspended) {
    await updateUser(tx, userId, { suspended_at: becomes.suspended ? new Date().toISOString() : null })
    if (becomes.suspended) {
      await deleteChallenges(tx, userId)
      await endSessions(tx, userId)
    }
    const act = becomes.suspended ? 'suspended' : 'reinstated'
    await audit.record(tx, { actor: by, act, subject: userId })
  }
  return undefined
}

/** Gives somebody another role; who may decide that is for others to say. */
export async function changeRole(tx: Tx, userId: string, role: Role): Promise<void> {
  await updateUser(tx, userId, { role })
  await notify(tx, 'account.changed', { userIds: [userId] })
  afterCommit(tx, () => forgetPeople([userId]))
}
