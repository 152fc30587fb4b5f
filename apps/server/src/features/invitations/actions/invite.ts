import type { InvitationRequest } from '@sharemyshows/contract/invitations'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import type { Audit } from '../../audit/feature.ts'
import { invitationMail } from '../mails.ts'
import { insertInvitation } from '../store.ts'

export type Tokens = { mint: () => string; hash: (token: string) => Buffer }
export type Inviting = { audit: Audit; tokens: Tokens; home: string }

const DAY_MS = 86_400_000

/** Makes an invitation and gives its link, which can be seen this once; mails it where it is for an address. */
export async function invite(
  tx: Tx,
  { audit, tokens, home }: Inviting,
  actor: Actor,
  { email, role, days }: InvitationRequest,
): Promise<{ id: string; url: string }> {
  const id = newId()
  const token = tokens.mint()
  const url = `${home}/register?${new URLSearchParams({ invitation: token })}`
  await insertInvitation(tx, {
    id,
    token_hash: tokens.hash(token),
    email: email ?? null,
    role,
    created_by: actor.id,
    expires_at: new Date(Date.now() + days * DAY_MS).toISOString(),
  })
  await audit.record(tx, {
    actor: actor.id,
    act: 'invitation_made',
    details: { role, mailed: email !== undefined },
  })
  if (email !== undefined) {
    const organizer = role === 'organizer'
    await queueMail(tx, invitationMail(home, { email, inviter: actor.username, organizer, url, days }))
  }
  return { id, url }
}
