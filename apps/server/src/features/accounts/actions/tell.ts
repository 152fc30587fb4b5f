import type { Tx } from '../../../platform/db/connect.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import { type Notice, noticeMail } from '../mails.ts'
import { findUsers } from '../store.ts'

/** Mails a notice to people of this server. */
export async function tell(
  tx: Tx,
  home: string,
  userIds: readonly string[],
  words: Omit<Notice, 'home'>,
): Promise<void> {
  for (const { username, email } of await findUsers(tx, userIds)) {
    await queueMail(tx, noticeMail({ username, email }, { home, ...words }))
  }
}
