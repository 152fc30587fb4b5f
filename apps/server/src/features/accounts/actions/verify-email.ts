import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { isUniqueViolation, transact } from '../../../platform/db/transact.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { tellPerson } from '../../../platform/live/live.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import { forgetRefusal, isRefused } from '../../../platform/mail/refused.ts'
import type { Audit } from '../../audit/feature.ts'
import { noticeMail, verifyAddressMail } from '../mails.ts'
import { isSameAddress, LINK_PAUSE_SECONDS, LINK_SECONDS } from '../rules.ts'
import { deleteChallenges } from '../store/challenges.ts'
import { deleteLinks, lockLink, markLinksUsed } from '../store/links.ts'
import { lockUser, type UserRow, updateUser } from '../store.ts'
import { judgeLink, linkMinutes, linkPause, makeLink } from './links.ts'
import { hashToken } from './tokens.ts'

type Verified = { email: string; email_verified: true }

/** Mails a link that proves whose address this is; one that refused mail before is tried anew. */
export async function mailVerification(
  tx: Tx,
  { secret, home }: { secret: string; home: string },
  purpose: 'verify_email' | 'change_email',
  person: { id: string; username: string; email: string },
): Promise<void> {
  const token = await makeLink(tx, secret, purpose, person)
  const letter = { home, token, minutes: linkMinutes(purpose) }
  await forgetRefusal(tx, person.email)
  await queueMail(tx, verifyAddressMail(person, letter), { expiresIn: LINK_SECONDS[purpose] })
}

/**
 * Mails the link again: to the pending address where there is one, else to the one that is not confirmed yet or that
 * refused mail.
 */
export async function resendVerification(
  tx: Tx,
  deps: { secret: string; home: string; rateLimits: boolean },
  actor: Actor,
): Promise<{ resend_in: number } | Refusal> {
  const user = await lockUser(tx, actor.id)
  if (user === undefined) return refuse('unauthenticated')
  const settled = user.pending_email === null && user.email_verified
  if (settled && !(await isRefused(tx, user.email))) return refuse('already_verified')
  const purpose = user.pending_email === null ? 'verify_email' : 'change_email'
  const wait = deps.rateLimits ? await linkPause(tx, user.id, purpose) : 0
  if (wait > 0) return refuse('resend_too_early', { details: { retry_after: wait } })
  await mailVerification(tx, deps, purpose, { ...user, email: user.pending_email ?? user.email })
  return { resend_in: deps.rateLimits ? LINK_PAUSE_SECONDS : 0 }
}

/** Believes that an address is a person's, because she read the link that was mailed to it. */
export async function verifyEmail(
  { db, secret, home, audit }: { db: Db; secret: string; home: string; audit: Audit },
  token: string,
): Promise<Verified | Refusal> {
  try {
    return await transact(db, async (tx) => {
      const link = judgeLink(await lockLink(tx, hashToken(secret, token)), ['verify_email', 'change_email'])
      if (isRefusal(link)) return link
      const user = await lockUser(tx, link.user_id)
      if (user === undefined) return refuse('link_invalid')
      const meant = link.purpose === 'verify_email' ? user.email : user.pending_email
      if (meant === null || !isSameAddress(meant, link.email)) return refuse('link_invalid')
      await markLinksUsed(tx, user.id, link.purpose)
      if (link.purpose === 'verify_email') await updateUser(tx, user.id, { email_verified: true })
      else await moveAddress(tx, home, audit, user, meant)
      await tellPerson(tx, user.id, 'account_changed', { what: 'me' })
      return { email: meant, email_verified: true } as const
    })
  } catch (error) {
    // somebody else has confirmed it a moment earlier
    if (isUniqueViolation(error)) return refuse('identity_taken')
    throw error
  }
}

async function moveAddress(tx: Tx, home: string, audit: Audit, user: UserRow, email: string): Promise<void> {
  await updateUser(tx, user.id, { email, email_verified: true, pending_email: null })
  // whoever reads the old address has no say any more: not by its links, and not by codes of sign-ins under way
  await deleteLinks(tx, user.id, ['verify_email', 'reset_password'])
  await deleteChallenges(tx, user.id)
  await queueMail(
    tx,
    noticeMail(user, {
      home,
      subject: 'Your ShareMyShows account has another address',
      heading: 'Goodbye to this address',
      paragraphs: [
        'Your account uses another e-mail address from now on. This is the last mail to this one.',
        'If that was not you, write to whoever runs this site.',
      ],
    }),
  )
  await audit.record(tx, { actor: user.id, act: 'email_changed', subject: user.id })
}
