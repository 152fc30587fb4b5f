import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { decisionWords } from '../mails.ts'
import { decideRequest } from '../store.ts'
import type { Deciding } from './ask.ts'

/** Makes somebody an organiser or declines it, and tells her. */
export async function decide(
  tx: Tx,
  { audit, home, changeRole, tell }: Deciding,
  actor: Actor,
  id: string,
  granted: boolean,
): Promise<Refusal | undefined> {
  const decided = await decideRequest(tx, id, granted)
  if (decided === undefined) return refuse('request_decided')
  const subject = decided.person_id
  if (granted) await changeRole(tx, subject, 'organizer')
  const act = granted ? 'organizer_granted' : 'organizer_declined'
  await audit.record(tx, { actor: actor.id, act, subject })
  await tell(tx, [subject], decisionWords(granted, home))
  return undefined
}
