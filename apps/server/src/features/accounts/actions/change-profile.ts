import type { ProfileChange } from '@sharemyshows/contract/accounts'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { updateUser } from '../store.ts'

/** Changes what was sent; null empties a field. */
export async function changeProfile(
  tx: Tx,
  actor: Actor,
  change: z.output<typeof ProfileChange>,
): Promise<void> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  await updateUser(tx, actor.id, Object.fromEntries(given))
}

/** Takes away what a person calls herself and says of herself; her username stays. */
export const clearProfile = (tx: Tx, userId: string): Promise<void> =>
  updateUser(tx, userId, { display_name: null, bio: null })
