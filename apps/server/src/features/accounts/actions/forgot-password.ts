import type { Db, Tx } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import { resetMail } from '../mails.ts'
import { LINK_SECONDS } from '../rules.ts'
import { findByIdentifier, lockUser } from '../store.ts'
import { linkMinutes, linkPause, makeLink } from './links.ts'

/** What is told to whoever asks: it is as true for an address nobody uses. */
export const ASKED = 'If somebody uses this address here, a link is on its way to it.'

/**
 * Asks for a link that sets a new password. Whether anybody uses the address is looked up by a job, so that the request
 * does the same for every address, and takes as long.
 */
export const askForReset = (tx: Tx, email: string): Promise<void> =>
  enqueue(tx, 'mail-reset', { email }, { maxAttempts: 5 })

/** Mails the link if somebody uses the address; not sooner and not oftener than links are sent. */
export async function mailReset(
  db: Db,
  secret: string,
  home: string,
  rateLimits: boolean,
  email: string,
): Promise<void> {
  const found = await findByIdentifier(db, email)
  if (found === undefined) return
  await transact(db, async (tx) => {
    const user = await lockUser(tx, found.id)
    if (user === undefined || (rateLimits && (await linkPause(tx, user.id, 'reset_password')) > 0)) return
    const token = await makeLink(tx, secret, 'reset_password', user)
    const letter = { home, token, minutes: linkMinutes('reset_password') }
    await queueMail(tx, resetMail(user, letter), { expiresIn: LINK_SECONDS.reset_password })
  })
}
