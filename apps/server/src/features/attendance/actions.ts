import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Audience } from '@sharemyshows/contract/fields'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { type SeenShowId, seeShow } from '../../viewer/gate.ts'
import { announcePart, announceParts } from './facts.ts'
import { requireAttendee } from './policy.ts'
import * as store from './store.ts'

export type How = { method: store.Method; state?: 'going' | 'here' | 'attended' }

/**
 * Puts a show into a person's diary with her default audience; one that is there stays as it is. The show stays until
 * the transaction ends; false when it has just gone.
 */
export async function join(tx: Tx, personId: string, showId: SeenShowId, how: How): Promise<boolean> {
  return (await add(tx, showId, { id: newId(), personId, ...how })) !== undefined
}

/** @returns true when it was not there yet, undefined when the show has just gone */
async function add(tx: Tx, showId: string, given: store.NewAttendance): Promise<boolean | undefined> {
  const found = await store.upsertAttendance(tx, showId, given)
  if (found === undefined) return undefined
  const added = found.id === given.id
  if (added) await announcePart(tx, { showId, personId: given.personId, now: found.audience })
  return added
}

/** What one says of a show for oneself; undefined leaves a field, null empties it. */
export type Personal = {
  notes?: string | null | undefined
  rating?: number | null | undefined
  audience?: Audience | undefined
}

/**
 * Writes a show into a person's own diary. Where it is already, only empty notes and rating are filled in.
 * @returns true when it was not there yet
 */
export async function record(tx: Tx, personId: string, showId: string, personal: Personal): Promise<boolean> {
  return (await add(tx, showId, { id: newId(), personId, method: 'manual', ...personal })) === true
}

/**
 * The same for a show that is only being made, as a piece of the statement that makes it. `text`: `made` names the
 * show's row there, `first` is the number of the first of the values.
 */
export const recording = {
  text: (made: string, first: number): string => store.addingTo(made, first),
  values: (personId: string, personal: Personal): unknown[] =>
    store.valuesOf({ id: newId(), personId, method: 'manual', ...personal }),
}

/** Changes what was sent of a person's own part. */
export async function amend(tx: Tx, personId: string, showId: SeenShowId, personal: Personal): Promise<void> {
  const sent = Object.entries(personal).filter(([, value]) => value !== undefined)
  if (sent.length === 0) return
  const changed = await store.updateAttendance(tx, showId, personId, Object.fromEntries(sent))
  if (changed === undefined) return
  // notes and rating are hers alone
  const told = changed.before === changed.now ? {} : changed
  await announcePart(tx, { showId, personId, ...told })
}

/** Has the same people know of all that is in a person's diary; gives the number of shows that others know of now. */
export async function changeAudiences(tx: Tx, actor: Actor, audience: Audience): Promise<number> {
  const shows = await store.updateAudiences(tx, actor.id, audience)
  await announceParts(tx, shows)
  return shows.length
}

/** Takes a show out of a person's diary. */
export async function leave(tx: Tx, personId: string, showId: SeenShowId): Promise<void> {
  const before = await store.deleteAttendance(tx, showId, personId)
  if (before !== undefined) await announcePart(tx, { showId, personId, before })
}

/** Says by hand that a person is at a show, or was; it gets into her diary when it is not there. */
export async function checkIn(tx: Tx, actor: Actor, showId: string): Promise<SeenShowId | Refusal> {
  const show = await seeShow(tx, actor.id, showId)
  if (show === null) return refuse('not_found')
  const added = await add(tx, show, { id: newId(), personId: actor.id, method: 'manual' })
  if (added === undefined) return refuse('not_found')
  const now = await store.markArrived(tx, show, actor.id)
  if (now !== undefined) await announcePart(tx, { showId: show, personId: actor.id, now })
  return show
}

/** Says that a person has left. */
export async function checkOut(tx: Tx, actor: Actor, showId: string): Promise<SeenShowId | Refusal> {
  const show = await requireAttendee(tx, actor.id, showId)
  if (isRefusal(show)) return show
  const now = await store.markLeft(tx, show, actor.id)
  if (now !== undefined) await announcePart(tx, { showId: show, personId: actor.id, now })
  return show
}
