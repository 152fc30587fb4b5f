import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import type { Audit } from '../../audit/feature.ts'
import { securityMail } from '../mails.ts'
import { credentialsOf } from '../store/credentials.ts'
import { lockUser } from '../store.ts'
import { dropMfa } from './drop-mfa.ts'
import { endSessions } from './sessions.ts'

/**
 * Takes every second step away from somebody who lost them all, ends all sessions and tells her: the password stays, and
 * whoever has only that can sign in now. `by` is null for whoever holds the server itself.
 */
export async function resetMfa(
  tx: Tx,
  { audit, home }: { audit: Audit; home: string },
  by: string | null,
  userId: string,
): Promise<Refusal | undefined> {
  const user = await lockUser(tx, userId)
  if (user === undefined) return refuse('not_found')
  const credentials = await credentialsOf(tx, userId)
  if (!user.mfa_enabled && credentials.length === 0) return refuse('mfa_not_on')
  await dropMfa(tx, userId, credentials, true)
  await endSessions(tx, userId)
  await audit.record(tx, { actor: by, act: 'mfa_reset', subject: userId })
  await queueMail(
    tx,
    securityMail(user, home, {
      subject: 'Two-step sign-in was taken off your ShareMyShows account',
      heading: 'Your second step was taken off',
      paragraphs: [
        'Whoever runs this server has taken the second step off your account, and you were logged out everywhere. Your password is as it was.',
        'If you did not ask for this, choose a new password now and write to whoever runs this site. Otherwise, log in and switch it on again.',
      ],
    }),
  )
  return undefined
}
