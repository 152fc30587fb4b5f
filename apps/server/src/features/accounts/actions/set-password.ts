import type { Tx } from '../../../platform/db/connect.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import { noticeMail, type Recipient } from '../mails.ts'
import { deleteChallenges } from '../store/challenges.ts'
import { deleteLinks } from '../store/links.ts'
import { replacePassword } from '../store.ts'

/**
 * Gives an account another password, tells its person by mail and ends what began with the old one: sign-ins that wait
 * for their second step, and links that would set another. False when the password has changed since the person was read:
 * of two changes at once one happens.
 */
export async function setPassword(
  tx: Tx,
  home: string,
  person: Recipient & { id: string; password_hash: string },
  passwordHash: string,
): Promise<boolean> {
  if (!(await replacePassword(tx, person.id, person.password_hash, passwordHash))) return false
  await deleteLinks(tx, person.id, ['reset_password'])
  // they began with the former password
  await deleteChallenges(tx, person.id)
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
