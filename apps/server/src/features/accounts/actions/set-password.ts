import type { Tx } from '../../../platform/db/connect.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import { noticeMail, type Recipient } from '../mails.ts'
import { deleteLinks } from '../store/links.ts'
import { replacePassword } from '../store.ts'

/**
 * Gives an account another password, tells its person by mail, and withdraws the links that could set one more. False
 * when the password has changed since `former` was read: of two changes at once one happens.
 */
export async function setPassword(
  tx: Tx,
  home: string,
  person: Recipient & { id: string; password_hash: string },
  passwordHash: string,
): Promise<boolean> {
  if (!(await replacePassword(tx, person.id, person.password_hash, passwordHash))) return false
  await deleteLinks(tx, person.id, ['reset_password'])
  await queueMail(
    tx,
    noticeMail(person, {
      home,
      subject: 'Your ShareMyShows password was changed',
      heading: 'A new password',
      paragraphs: [
        'The password of your account was changed a moment ago. If that was you, all is well.',
        'If it was not, choose a new one now. That ends all sessions, and whoever did this is out.',
      ],
      button: { label: 'It was not me', href: `${home}/forgot-password` },
    }),
  )
  return true
}
