import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { MfaChanged } from '@sharemyshows/contract/mfa'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import { securityMail } from '../mails.ts'
import { preferredOf } from '../rules.ts'
import { type CredentialKind, credentialsOf } from '../store/credentials.ts'
import { lockUser, type UserRow } from '../store.ts'
import { dropMfa } from './drop-mfa.ts'
import type { MfaDeps } from './open-challenge.ts'

/**
 * Switches one second step off, or all of them, for somebody who has just given her password. The session stays.
 */
export async function disableMfa(
  tx: Tx,
  { home, audit }: MfaDeps,
  actor: Actor,
  method?: CredentialKind | 'sms',
): Promise<MfaChanged | Refusal> {
  const user = await lockUser(tx, actor.id)
  if (user === undefined) return refuse('unauthenticated')
  const credentials = await credentialsOf(tx, user.id)
  const going = credentials.filter((row) => row.confirmed_at === null || (method ?? row.kind) === row.kind)
  const gone = going.filter((row) => row.confirmed_at !== null)
  const staying = credentials.filter((row) => !going.includes(row)).map(({ kind }) => kind)
  await dropMfa(tx, user.id, going, staying.length === 0)
  for (const { kind } of gone) {
    await audit.record(tx, {
      actor: user.id,
      act: 'mfa_disabled',
      subject: user.id,
      details: { method: kind },
    })
  }
  if (gone.length > 0) await tell(tx, home, user, staying.length > 0)
  return { enabled: staying.length > 0, method: preferredOf(staying), state: 'disabled' }
}

async function tell(tx: Tx, home: string, user: UserRow, stillOn: boolean): Promise<void> {
  const heading = stillOn ? 'A second step is off' : 'Two-step sign-in is off'
  await queueMail(
    tx,
    securityMail(user, home, {
      subject: `${heading} - ShareMyShows`,
      heading,
      paragraphs: [
        stillOn
          ? 'One of the ways to take the second step was switched off for your account. The other one stays.'
          : 'From now on, your password alone is enough to log in.',
        'If this was not you, choose a new password now and switch it on again.',
      ],
    }),
  )
}
