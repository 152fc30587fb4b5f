import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { ModerationAction, ReportTarget } from '@sharemyshows/contract/moderation'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Audit } from '../../audit/feature.ts'
import type { Notifications } from '../../notifications/feature.ts'
import { needsNobody, THANKS, wordsOf } from '../rules.ts'
import { lockCase, markDecided } from '../store.ts'

/** Takes a thing away for good, as `moderatorId` decided; it may be gone already. */
export type TakeAway = (tx: Tx, moderatorId: string, id: string) => Promise<unknown>

/** What deciding asks of others. */
export type Deciding = {
  audit: Pick<Audit, 'record'>
  tell: Notifications['tell']
  takeAway: Record<ReportTarget, TakeAway>
  /** Suspends a person as this moderator or admin may. */
  suspend: (tx: Tx, by: string, personId: string) => Promise<Refusal | undefined>
}

type Decision = { action: ModerationAction; reason: string }

/**
 * Decides an open case: what follows from it, the line in the audit trail and what is told are one with the decision. Of
 * two who decide at once one is too late.
 */
export async function decide(
  tx: Tx,
  { audit, tell, takeAway, suspend }: Deciding,
  actor: Actor,
  id: string,
  { action, reason }: Decision,
): Promise<Refusal | undefined> {
  const found = await lockCase(tx, id)
  // nobody is told of what is said of herself
  if (found === undefined || found.person_id === actor.id) return refuse('not_found')
  if (found.decided_at !== null) return refuse('case_decided')
  const { target, target_id, person_id } = found
  if (person_id === null && !needsNobody(action)) {
    return refuse('forbidden', { message: 'This is nobody’s alone, or their account is gone.' })
  }
  const reporters = await markDecided(tx, id, actor.id, { action, reason })
  const words = wordsOf(action, target, reason)
  if (person_id !== null && words !== undefined)
    await tell(tx, { kind: 'moderation', to: [person_id], note: words })
  if (action === 'remove' || action === 'suspend') await takeAway[target](tx, actor.id, target_id)
  if (action === 'suspend' && person_id !== null) {
    const refused = await suspend(tx, actor.id, person_id)
    if (isRefusal(refused)) return refused
  }
  await tell(tx, { kind: 'moderation', to: reporters, note: THANKS })
  const subject = person_id === null ? {} : { subject: person_id }
  await audit.record(tx, { actor: actor.id, act: 'case_decided', ...subject, details: { action, target } })
  return undefined
}
