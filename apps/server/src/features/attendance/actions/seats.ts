import type { Tx } from '../../../platform/db/connect.ts'
import type { Feed } from '../../feed/feature.ts'
import type { Notifications } from '../../notifications/feature.ts'
import { announceAnswers } from '../facts.ts'
import * as answers from '../store/answers.ts'

/** Whom it concerns what people do here. */
export type Deps = { note: Feed['note']; tell: Notifications['tell'] }

/**
 * Lets in those who wait while there are seats, in their order, and tells them. Who is suspended, leaving or kept from
 * the organiser is passed over, and keeps her place.
 */
export async function fillSeats(tx: Tx, { note, tell }: Deps, showId: string): Promise<void> {
  await answers.lockSeats(tx, showId)
  const people = await answers.findNext(tx, showId)
  if (people.length === 0) return
  const seated = await answers.takeSeats(tx, showId, people)
  for (const { id, person_id, audience } of seated) {
    await note(tx, { type: 'RSVP', actorId: person_id, audience, showId, attendanceId: id })
  }
  await tell(tx, { kind: 'rsvp_promoted', to: people, showId })
  await announceAnswers(tx, showId)
}

/** Takes all answers to an event back that takes place no longer; diaries keep what they hold. */
export async function dropAnswers(tx: Tx, showId: string): Promise<void> {
  await answers.lockSeats(tx, showId)
  await answers.deleteAnswers(tx, showId)
  await announceAnswers(tx, showId)
}
