import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Audit } from '../../audit/feature.ts'
import { findLink, lockLink, markLinksUsed } from '../store/links.ts'
import { findUser, updateUser } from '../store.ts'
import { judgeLink } from './links.ts'
import { hashPassword, refuseCommon } from './passwords.ts'
import { endSessions } from './sessions.ts'
import { setPassword } from './set-password.ts'
import { hashToken } from './tokens.ts'

/**
 * Sets the password by a mailed link, which works once. Ends all sessions and signs nobody in: a second step stays to be
 * taken. A password that is refused does not use the link up.
 */
export async function resetPassword(
  { db, secret, home, audit }: { db: Db; secret: string; home: string; audit: Audit },
  token: string,
  password: string,
): Promise<Refusal | undefined> {
  const hash = hashToken(secret, token)
  const found = judgeLink(await findLink(db, hash), ['reset_password'])
  if (isRefusal(found)) return found
  const person = await findUser(db, found.user_id)
  if (person === undefined) return refuse('link_invalid')
  const common = await refuseCommon('new_password', password, person)
  if (common !== undefined) return common
  const passwordHash = await hashPassword(password)
  return transact(db, async (tx) => {
    const link = judgeLink(await lockLink(tx, hash), ['reset_password'])
    if (isRefusal(link)) return link
    await markLinksUsed(tx, person.id, 'reset_password')
    if (!(await setPassword(tx, home, person, passwordHash))) return refuse('link_invalid')
    // whoever followed the link reads this address
    if (link.email === person.email) await updateUser(tx, person.id, { email_verified: true })
    await endSessions(tx, person.id)
    await audit.record(tx, { actor: person.id, act: 'password_reset', subject: person.id })
    return undefined
  })
}
