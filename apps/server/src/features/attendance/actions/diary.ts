import type { Audience } from '@sharemyshows/contract/fields'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { SeenShowId } from '../../../viewer/gate.ts'
import { announcePart, announceParts } from '../facts.ts'
import { lockSeats, seatEntry, updateAnswerAudiences } from '../store/answers.ts'
import * as store from '../store/attendances.ts'
import { type Deps, fillSeats } from './seats.ts'

export type How = { method: store.Method; state?: 'going' | 'here' | 'attended' }

/**
 * Puts a show into a person's diary with her default audience; one that is there stays as it is. The show stays until
 * the transaction ends; false when it has just gone.
 */
export async function join(tx: Tx, personId: string, showId: SeenShowId, how: How): Promise<boolean> {
  return (await add(tx, showId, { id: newId(), personId, ...how })) !== undefined
}

/** @returns the entry, and whether it is new; undefined when the show has just gone */
export async function add(
  tx: Tx,
  showId: string,
  given: store.NewAttendance,
): Promise<(store.Added & { isNew: boolean }) | undefined> {
  const found = await store.upsertAttendance(tx, showId, given)
  if (found === undefined) return undefined
  const isNew = found.id === given.id
  if (isNew) await announcePart(tx, { showId, personId: given.personId, now: found.audience })
  return { ...found, isNew }
}

/** What one says of a show for oneself; undefined leaves a field, null empties it. */
export type Personal = {
  notes?: string | null | undefined
  rating?: number | null | undefined
  audience?: Audience | undefined
}

/**
 * Writes a show into a person's own diary. Where it is already, only empty notes and rating are filled in. At an event
 * to come it takes a seat, if one is free.
 * @returns true when it was not there yet
 */
export async function record(
  tx: Tx,
  { note }: Deps,
  personId: string,
  showId: string,
  personal: Personal,
): Promise<boolean> {
  const added = await add(tx, showId, { id: newId(), personId, method: 'manual', ...personal })
  if (added === undefined || !added.isNew) return false
  await seat(tx, personId, showId, added)
  const { id: attendanceId, audience } = added
  await note(tx, { type: 'SHOW_ADDED', actorId: personId, audience, showId, attendanceId })
  return true
}

/** At an event to come an entry takes a seat, if one is free. */
async function seat(tx: Tx, personId: string, showId: string, { seatless }: store.Added): Promise<void> {
  if (!seatless) return
  await lockSeats(tx, showId)
  await seatEntry(tx, showId, personId)
}

/**
 * Writes a show of a person's past into her diary, of which those who follow her are told nothing. Gives the entry's id;
 * undefined, with nothing changed, when the show is there already.
 */
export async function bring(
  tx: Tx,
  personId: string,
  showId: string,
  personal: Personal,
): Promise<string | undefined> {
  const given = { id: newId(), personId, method: 'import', ...personal } as const
  const added = await store.insertAttendance(tx, showId, given)
  if (added === undefined) return undefined
  await announcePart(tx, { showId, personId, now: added.audience })
  await seat(tx, personId, showId, added)
  return added.id
}

/**
 * An entry for a show that is only being made, as a piece of the statement that makes it. `text`: `made` names the
 * show's row there, `first` is the number of the first of the values.
 */
export const recording = {
  text: (made: string, first: number): string => store.addingTo(made, first),
  values: (personId: string, personal: Personal, method: store.Method = 'manual'): unknown[] =>
    store.valuesOf({ id: newId(), personId, method, ...personal }),
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

/**
 * Has the same people know of all that is in a person's diary, and of her answers; gives the number of shows that
 * others know of now.
 */
export async function changeAudiences(tx: Tx, actor: Actor, audience: Audience): Promise<number> {
  const shows = await store.updateAudiences(tx, actor.id, audience)
  await updateAnswerAudiences(tx, actor.id, audience)
  await announceParts(tx, shows)
  return shows.length
}

/** Takes a show out of a person's diary; her seat, if she had one, goes to whoever waits first. */
export async function leave(tx: Tx, deps: Deps, personId: string, showId: SeenShowId): Promise<void> {
  const before = await store.deleteAttendance(tx, showId, personId)
  if (before === undefined) return
  await announcePart(tx, { showId, personId, before: before.audience })
  if (before.rsvp === 'going') await fillSeats(tx, deps, showId)
}
