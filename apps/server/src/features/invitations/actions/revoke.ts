import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Audit } from '../../audit/feature.ts'
import { deleteInvitation, lockInvitation } from '../store.ts'

/** Takes an invitation back that nobody has used. */
export async function revoke(tx: Tx, audit: Audit, actor: Actor, id: string): Promise<Refusal | undefined> {
  const invitation = await lockInvitation(tx, id)
  if (invitation === undefined) return refuse('not_found')
  if (invitation.used_at !== null) return refuse('invitation_used')
  await deleteInvitation(tx, id)
  await audit.record(tx, { actor: actor.id, act: 'invitation_revoked', details: { role: invitation.role } })
  return undefined
}
