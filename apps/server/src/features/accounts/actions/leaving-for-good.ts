import { randomBytes } from 'node:crypto'
import type { Db } from '../../../platform/db/connect.ts'
import type { Forget } from '../../../platform/db/forget.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Audit } from '../../audit/feature.ts'
import { deleteUser, findDue, findLeaver } from '../store/leaving.ts'
import { deleteLater } from './leaving.ts'
import { endSessions } from './sessions.ts'

export type FarewellDeps = {
  db: Db
  audit: Audit
  /** What each feature does to forget a person. */
  forgetting: () => readonly Forget[]
}

/**
 * Removes an account whose time has come: each feature lets go of what it keeps, in small transactions, then the row
 * itself goes. Interrupted anywhere, the job comes again and finds what is left.
 */
export async function deleteAccount(deps: FarewellDeps, id: string, signal: AbortSignal): Promise<void> {
  const { db, audit, forgetting } = deps
  const leaver = await findLeaver(db, id)
  if (leaver === undefined) return
  await transact(db, (tx) => endSessions(tx, id))
  for (const forget of forgetting()) {
    while (await transact(db, (tx) => forget(tx, leaver))) signal.throwIfAborted()
  }
  await transact(db, async (tx) => {
    await audit.record(tx, { actor: null, act: 'account_deleted', subject: id })
    await audit.pseudonymise(tx, id, `deleted-${randomBytes(4).toString('hex')}`)
    await deleteUser(tx, id)
  })
}

/** Has every account removed whose time has come. */
export async function deleteDue(db: Db): Promise<void> {
  for (const id of await findDue(db)) await transact(db, (tx) => deleteLater(tx, id))
}
