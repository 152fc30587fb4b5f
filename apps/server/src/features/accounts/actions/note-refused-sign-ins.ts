import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Audit } from '../../audit/feature.ts'
import { findUser } from '../store.ts'

/** Writes into the audit trail that somebody guesses the password of an account; nothing for names that nobody has. */
export async function noteRefusedSignIns(db: Db, audit: Audit, userId: string | null): Promise<void> {
  if (userId === null) return
  await transact(db, async (tx) => {
    if ((await findUser(tx, userId)) === undefined) return
    await audit.record(tx, { actor: null, act: 'sign_ins_refused', subject: userId })
  })
}
