import type { JoiningRole, Role } from '@sharemyshows/contract/accounts'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Audit } from '../../audit/feature.ts'
import type { Invitations } from '../../invitations/feature.ts'
import type { Organizers } from '../../organizers/feature.ts'
import { isEmpty } from '../policy.ts'
import { findSettings, lockSettings } from '../store.ts'

export type Door = { audit: Audit; invitations: Invitations; organizers: Organizers }

/** Somebody who comes to register. */
export type Arrival = {
  email: string
  role?: JoiningRole | undefined
  invitation?: string | undefined
}

/** Who gets in, and as what. `settle` is done once the account is there, in the same transaction. */
export type Admission = {
  role: Role
  settle: (person: { id: string; username: string }) => Promise<void>
}

/**
 * Decides whether somebody may register, and as what. The first to come to an empty server becomes its admin: whoever
 * might be the first waits here for the others, and finds them.
 */
export async function admit(tx: Tx, door: Door, arrival: Arrival): Promise<Admission | Refusal> {
  if (await isEmpty(tx)) {
    await lockSettings(tx)
    if (await isEmpty(tx)) {
      return {
        role: 'admin',
        settle: ({ id }) => door.audit.record(tx, { actor: id, act: 'founded' }),
      }
    }
  }
  const { registration, organizers } = await findSettings(tx)
  if (registration === 'closed') return refuse('registration_closed')
  if (arrival.invitation !== undefined) {
    const accepted = await door.invitations.accept(tx, arrival.invitation, arrival.email)
    if (isRefusal(accepted)) return accepted
    return welcome(tx, door, arrival, organizers === 'chosen', accepted.role === 'organizer', accepted.spend)
  }
  if (registration === 'invitation') return refuse('invitation_required')
  return welcome(tx, door, arrival, organizers === 'chosen', false)
}

function welcome(
  tx: Tx,
  { organizers }: Door,
  { role }: Arrival,
  free: boolean,
  invited: boolean,
  spend?: (userId: string) => Promise<void>,
): Admission {
  const wants = role === 'organizer'
  const organizes = invited || (wants && free)
  return {
    role: organizes ? 'organizer' : 'attendee',
    settle: async (person) => {
      await spend?.(person.id)
      if (wants && !organizes) await organizers.request(tx, person)
    },
  }
}
