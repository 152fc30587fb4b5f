import type { JoiningRole } from '@sharemyshows/contract/accounts'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Audit } from '../../audit/feature.ts'
import { refuseOffer } from '../rules.ts'
import { lockByHash, spendInvitation } from '../store.ts'

/** An invitation that is somebody's as soon as it is spent; until the transaction ends nobody else can. */
export type Accepted = { role: JoiningRole; spend: (userId: string) => Promise<void> }

/** Takes an invitation for whoever registers with this address. */
export async function accept(tx: Tx, audit: Audit, hash: Buffer, email: string): Promise<Accepted | Refusal> {
  const invitation = await lockByHash(tx, hash)
  if (invitation === undefined) return refuse('invitation_invalid')
  const refusal = refuseOffer(invitation, email)
  if (refusal !== undefined) return refusal
  return {
    role: invitation.role as JoiningRole,
    spend: async (userId) => {
      await spendInvitation(tx, invitation.id, userId)
      await audit.record(tx, { actor: userId, act: 'invitation_used', details: { role: invitation.role } })
    },
  }
}
