import type { Audience } from '@sharemyshows/contract/fields'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { row, rows } from '../../../platform/db/read.ts'

/** An answer that is no entry of a diary. */
export type Loose = 'maybe' | 'no' | 'waitlist'

/** How somebody stands to an event, read under its lock. */
export type Standing = {
  answer: 'going' | Loose | null
  /** Counted from 1 for who waits. */
  position: number | null
  /** Those who know of her answer, or will. */
  audience: Audience
  /** True while a seat is free. */
  free: boolean
}

/** The number of those who sit in an event (alias `s`). */
const taken = `(select count(*) from attendances seated where seated.show_id = s.id and seated.rsvp = 'going')`
/** True for an event (alias `s`) that lets somebody in. */
const hasRoom = `(s.capacity is null or s.capacity > ${taken})`
const takesPlace = `s.organizer_id is not null and s.status = 'scheduled' and not is_over(s.starts_at, s.ends_at)`

const standing = `
  select coalesce(a.rsvp, r.status) as answer, coalesce(a.audience, r.audience, u.default_audience) as audience,
    case when r.status = 'waitlist' then (select count(*) from rsvps ahead where ahead.show_id = s.id
      and ahead.status = 'waitlist' and ahead.place <= r.place) end as position,
    ${hasRoom} as free
  from shows s cross join users u
    left join attendances a on a.show_id = s.id and a.person_id = u.id
    left join rsvps r on r.show_id = s.id and r.person_id = u.id
  where s.id = $1 and u.id = $2`

/** The caller holds the event locked. */
export async function readStanding(tx: Tx, showId: string, personId: string): Promise<Standing> {
  const found = await row<Standing>(tx, standing, [showId, personId])
  if (found === undefined) throw new Error('an event that went while it was locked')
  return found
}

/** Keeps others from answering or being let in until the transaction ends. */
export async function lockSeats(tx: Tx, showId: string): Promise<void> {
  await tx.selectFrom('shows').select('id').where('id', '=', showId).forNoKeyUpdate().execute()
}

const seat = `
  with taken as (
    insert into attendances as a (id, show_id, person_id, rsvp, state, audience, starts_at)
    select given.id, s.id, u.id, 'going', 'going', coalesce(r.audience, u.default_audience), s.starts_at
    from unnest($2::uuid[], $3::uuid[]) as given (id, person_id) join users u on u.id = given.person_id
      join shows s on s.id = $1 left join rsvps r on r.show_id = s.id and r.person_id = u.id
    on conflict (show_id, person_id) do update set rsvp = 'going', updated_at = now()
    returning a.id, a.person_id, a.audience
  ), answered as (delete from rsvps where show_id = $1 and person_id = any($3::uuid[]))
  select * from taken`

/** Somebody who sits in an event now, by this entry of her diary. */
export type Seated = { id: string; person_id: string; audience: Audience }

/** Gives these people a seat; the caller has found it free. */
export const takeSeats = (tx: Tx, showId: string, people: readonly string[]): Promise<Seated[]> =>
  rows<Seated>(tx, seat, [showId, people.map(newId), people])

/** Takes a seat for an entry of a diary whose holder gave no answer, if one is free; true when she has it. */
export async function seatEntry(tx: Tx, showId: string, personId: string): Promise<boolean> {
  const seated = await rows(
    tx,
    `update attendances a set rsvp = 'going' from shows s
      where s.id = $1 and a.show_id = s.id and a.person_id = $2 and a.rsvp is null and ${takesPlace} and ${hasRoom}
        and not exists (select 1 from rsvps r where r.show_id = s.id and r.person_id = a.person_id)
      returning a.id`,
    [showId, personId],
  )
  return seated.length > 0
}

/** Who is let in next: in the order of waiting, without those who may not take part now. */
const next = `
  select r.person_id from rsvps r join users u on u.id = r.person_id join shows s on s.id = r.show_id
  where r.show_id = $1 and r.status = 'waitlist' and ${takesPlace}
    and u.suspended_at is null and u.leaves_at is null
    and not exists (select 1 from relationships k where k.kind = 'block'
      and (k.from_id = u.id and k.to_id = s.organizer_id or k.from_id = s.organizer_id and k.to_id = u.id))
  order by r.place
  limit (select case when s.capacity is not null then greatest(s.capacity - ${taken}, 0) end from shows s where s.id = $1)`

export async function findNext(tx: Tx, showId: string): Promise<string[]> {
  return (await rows<{ person_id: string }>(tx, next, [showId])).map(({ person_id }) => person_id)
}

const answer = `
  insert into rsvps as r (show_id, person_id, status, audience) values ($1, $2, $3, $4)
  on conflict (show_id, person_id) do update set status = excluded.status, place = default, updated_at = now()
  returning case when r.status = 'waitlist' then 1 + (select count(*) from rsvps ahead
    where ahead.show_id = r.show_id and ahead.status = 'waitlist' and ahead.person_id <> r.person_id) end as position`

/** Writes down an answer; who waits stands at the end of the line. Gives the place in it, from 1. */
export async function writeAnswer(
  tx: Tx,
  showId: string,
  personId: string,
  status: Loose,
  audience: Audience,
): Promise<number | null> {
  const written = await row<{ position: number | null }>(tx, answer, [showId, personId, status, audience])
  return written?.position ?? null
}

/** Gives a seat back. The entry of the diary goes with it unless there is something in it. */
export async function leaveSeat(tx: Tx, showId: string, personId: string): Promise<void> {
  const gone = await sql`
    delete from attendances a where a.show_id = ${showId} and a.person_id = ${personId}
      and coalesce(a.notes, '') = '' and a.rating is null and a.arrived_at is null and a.state = 'going'
      and not exists (select 1 from media x where x.show_id = a.show_id and x.owner_id = a.person_id)`.execute(
    tx,
  )
  if (gone.numAffectedRows === 1n) return
  await sql`update attendances set rsvp = null, updated_at = now()
    where show_id = ${showId} and person_id = ${personId}`.execute(tx)
}

export async function deleteAnswer(tx: Tx, showId: string, personId: string): Promise<void> {
  await tx.deleteFrom('rsvps').where('show_id', '=', showId).where('person_id', '=', personId).execute()
}

/** Takes all answers to an event back; what people have in their diaries stays. */
export async function deleteAnswers(tx: Tx, showId: string): Promise<void> {
  await tx.deleteFrom('rsvps').where('show_id', '=', showId).execute()
  await tx
    .updateTable('attendances')
    .set({ rsvp: null })
    .where('show_id', '=', showId)
    .where('rsvp', 'is not', null)
    .execute()
}

/** Gives one's answers the audience of one's diary. */
export async function updateAnswerAudiences(tx: Tx, personId: string, audience: Audience): Promise<void> {
  await tx.updateTable('rsvps').set({ audience }).where('person_id', '=', personId).execute()
}

/** Moves answers of one show to another; who goes to either goes, whatever else she answered. */
export async function moveAnswers(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await sql`delete from rsvps r where r.show_id in (${fromId}, ${intoId}) and (
      exists (select 1 from attendances a
        where a.show_id = ${intoId} and a.person_id = r.person_id and a.rsvp = 'going')
      or r.show_id = ${fromId} and exists (select 1 from rsvps other
        where other.show_id = ${intoId} and other.person_id = r.person_id))`.execute(tx)
  await tx.updateTable('rsvps').set({ show_id: intoId }).where('show_id', '=', fromId).execute()
}

const answered = `
  select person_id from attendances where show_id = $1 and rsvp = 'going'
  union select person_id from rsvps where show_id = $1 and status <> 'no'`

/** Those who said that they come, that they may, or who wait. */
export async function findAnswered(tx: Tx, showId: string): Promise<string[]> {
  return (await rows<{ person_id: string }>(tx, answered, [showId])).map(({ person_id }) => person_id)
}
