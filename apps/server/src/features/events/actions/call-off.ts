import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announce } from '../../../platform/live/rooms.ts'
import type { Attendances } from '../../attendance/feature.ts'
import type { Organising } from '../../shows/feature.ts'
import { requireStaff } from '../policy.ts'
import { readStanding } from '../store.ts'
import { type TellDeps, tellAnswered } from './tell-answered.ts'

export type CallOffDeps = TellDeps & { shows: Organising; attendance: Pick<Attendances, 'fillSeats'> }

/** Calls an event off and tells everybody who answered; once. Gives its id. */
export async function cancelEvent(
  tx: Tx,
  deps: CallOffDeps,
  actor: Actor,
  id: string,
  reason: string | undefined,
): Promise<string | Refusal> {
  const found = await lockStatus(tx, deps, actor, id)
  if (isRefusal(found) || found.status === 'cancelled') return isRefusal(found) ? found : found.id
  const note = reason === undefined || reason === '' ? {} : { note: reason }
  await deps.shows.update(tx, found.id, {
    status: 'cancelled',
    cancelled_at: new Date().toISOString(),
    cancel_reason: note.note ?? null,
  })
  await announce(tx, 'show', found.id, 'facts')
  await tellAnswered(tx, deps, actor, found.id, { kind: 'event_cancelled', showId: found.id, ...note })
  return found.id
}

/** Has a cancelled event take place after all. Gives its id. */
export async function reinstateEvent(
  tx: Tx,
  deps: CallOffDeps,
  actor: Actor,
  id: string,
): Promise<string | Refusal> {
  const found = await lockStatus(tx, deps, actor, id)
  if (isRefusal(found) || found.status !== 'cancelled') return isRefusal(found) ? found : found.id
  await deps.shows.update(tx, found.id, { status: 'scheduled', cancelled_at: null, cancel_reason: null })
  // seats were given back meanwhile
  await deps.attendance.fillSeats(tx, found.id)
  await announce(tx, 'show', found.id, 'facts')
  const note = 'It takes place after all.'
  await tellAnswered(tx, deps, actor, found.id, { kind: 'event_changed', showId: found.id, note })
  return found.id
}

async function lockStatus(tx: Tx, { shows }: CallOffDeps, actor: Actor, id: string) {
  await shows.lock(tx, id)
  const event = await requireStaff(tx, actor, id, 'editor')
  if (isRefusal(event)) return event
  const standing = await readStanding(tx, event)
  return standing === undefined ? refuse('not_found') : { id: event, status: standing.status }
}
