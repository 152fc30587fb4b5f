import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import { securityMail } from '../mails.ts'
import { isSameAddress } from '../rules.ts'
import { findByIdentifier, lockUser, updateUser } from '../store.ts'
import { linkPause } from './links.ts'
import { mailVerification } from './verify-email.ts'

type Deps = { secret: string; home: string; rateLimits: boolean }

/** Asks the new address whether it is hers, and tells the old one. Until the answer comes nothing else changes. */
export async function changeEmail(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  email: string,
): Promise<Refusal | undefined> {
  const user = await lockUser(tx, actor.id)
  if (user === undefined) return refuse('unauthenticated')
  if (isSameAddress(user.email, email)) return refuseField('email', 'This is your address already')
  if ((await findByIdentifier(tx, email)) !== undefined) return refuse('identity_taken')
  const wait = deps.rateLimits ? await linkPause(tx, user.id, 'change_email', 0) : 0
  if (wait > 0) return refuse('rate_limited', { details: { retry_after: wait } })
  await updateUser(tx, user.id, { pending_email: email })
  await mailVerification(tx, deps, 'change_email', { ...user, email })
  await queueMail(
    tx,
    securityMail(user, deps.home, {
      subject: 'Another address for your ShareMyShows account',
      heading: 'A change of address',
      paragraphs: [
        'Somebody who knows your password asked to use another e-mail address for your account. If that was you, all is well: it happens once you confirm the new address.',
        'If it was not, choose a new password now, end the sessions you do not know, and cancel the change in your settings.',
      ],
    }),
  )
  return undefined
}

/** Gives up a change that waits for its answer. */
export const keepEmail = (tx: Tx, actor: Actor): Promise<void> =>
  updateUser(tx, actor.id, { pending_email: null })
