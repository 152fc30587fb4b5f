import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import { MOST_STAFF, type StaffRole } from '@sharemyshows/contract/event-staff'
import type { Tx } from '../../../platform/db/connect.ts'
import { type Actor, includesRole } from '../../../platform/http/actor.ts'
import { announce, recheckRoom } from '../../../platform/live/rooms.ts'
import type { SeenShowId } from '../../../viewer/gate.ts'
import type { Notifications } from '../../notifications/feature.ts'
import type { Organising } from '../../shows/feature.ts'
import { findPerson, requireStaff } from '../policy.ts'
import { countEditors, deleteEditor, insertEditor, readStanding } from '../store.ts'

export type StaffDeps = { shows: Organising; tell: Notifications['tell'] }

/** Has somebody look after an event, or hands it over to her; its row's lock leaves one owner whatever happens at once. */
export async function setStaff(
  tx: Tx,
  { shows, tell }: StaffDeps,
  actor: Actor,
  id: string,
  personId: string,
  role: StaffRole,
): Promise<SeenShowId | Refusal> {
  await shows.lock(tx, id)
  const event = await requireStaff(tx, actor, id, 'owner')
  if (isRefusal(event)) return event
  const person = await findPerson(tx, actor, personId)
  if (person === undefined) return refuse('not_found')
  if (personId === actor.id) return role === 'owner' ? event : refuse('owner_stays')
  if (role === 'owner') {
    if (!includesRole(person, 'organizer')) return refuse('not_an_organizer')
    await deleteEditor(tx, event, personId)
    await shows.update(tx, event, { organizer_id: personId })
    await insertEditor(tx, event, actor.id)
  } else {
    const added = await insertEditor(tx, event, personId)
    if (!added) return event
    // the owner is one of them
    if ((await countEditors(tx, event)) >= MOST_STAFF) return refuse('too_many_staff')
  }
  await tell(tx, { kind: 'event_staff', to: [personId], actorId: actor.id, showId: event })
  await tellRoom(tx, event)
  return event
}

/** Has somebody no longer look after an event: the owner says so, or she herself. */
export async function removeStaff(
  tx: Tx,
  { shows }: StaffDeps,
  actor: Actor,
  id: string,
  personId: string,
): Promise<undefined | Refusal> {
  await shows.lock(tx, id)
  const event = await requireStaff(tx, actor, id, personId === actor.id ? 'staff' : 'owner')
  if (isRefusal(event)) return event
  const standing = await readStanding(tx, event)
  if (standing?.organizer_id === personId) return refuse('owner_stays')
  if (!(await deleteEditor(tx, event, personId))) return refuse('not_found')
  await tellRoom(tx, event)
  return undefined
}

/** A draft is seen by its staff alone, and whose event it is decides who is kept from it. */
async function tellRoom(tx: Tx, event: SeenShowId): Promise<void> {
  await recheckRoom(tx, 'show', event)
  await announce(tx, 'show', event, 'facts')
}
