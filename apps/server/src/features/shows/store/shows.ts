import { type Insertable, sql, type Updateable } from 'kysely'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Tables } from '../../../platform/db/generated/rows.gen.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Facts } from '../rules.ts'

/** Shared facts as they stand; undefined when there is no such show. */
export async function readFacts(tx: Tx, id: string): Promise<Facts | undefined> {
  const found = await sql<Facts>`
    select s.title, s.venue_id, s.headliner_id, s.show_date, to_char(s.show_time, 'HH24:MI') as show_time,
      s.starts_at, s.time_zone, s.organizer_id is not null as organised, s.pos::text as spot,
      v.name as venue_name, v.address, v.city, v.state, v.country, v.latitude, v.longitude,
      array(select a.name from performances p join artists a on a.id = p.artist_id
        where p.show_id = s.id order by p.position) as artists
    from shows s join venues v on v.id = s.venue_id where s.id = ${id}`.execute(tx)
  return found.rows[0]
}

/**
 * Shared facts, locked until the transaction ends; undefined when the show has just gone. The lock comes first: a
 * statement that waits for it would go on to read what was there before the wait.
 */
export async function lockFacts(tx: Tx, id: string): Promise<Facts | undefined> {
  await tx.selectFrom('shows').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  return readFacts(tx, id)
}

type Columns = Updateable<Tables['shows']>
export type ShowChange = { [Column in keyof Columns]?: Exclude<Columns[Column], undefined> }

/** Changes columns of a show. When it begins at another moment, doors and end keep their distance unless they are sent. */
export async function updateShow(tx: Tx, id: string, change: ShowChange): Promise<void> {
  const { starts_at } = change
  const later = (time: 'doors_at' | 'ends_at') =>
    sql<string | null>`${sql.ref(time)} + (${starts_at}::timestamptz - starts_at)`
  const following = starts_at === undefined ? {} : { doors_at: later('doors_at'), ends_at: later('ends_at') }
  await tx
    .updateTable('shows')
    .set({ ...following, ...change, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

/** Keeps when a show ended and whether it took place, as far as that can be of one that begins when it does. */
export async function updateEnd(
  tx: Tx,
  id: string,
  { ends_at, status }: { ends_at: string | null; status: string },
): Promise<void> {
  await sql`update shows set status = ${status}, ends_at = case when ${ends_at}::timestamptz > starts_at
      and ${ends_at}::timestamptz <= starts_at + interval '31 days' then ${ends_at}::timestamptz end
    where id = ${id}`.execute(tx)
}

export type NewEvent = Insertable<Tables['shows']>

/** Makes a show that nobody has in a diary yet, with its bill. */
export async function insertEvent(tx: Tx, event: NewEvent, artistIds: readonly string[]): Promise<void> {
  await tx.insertInto('shows').values(event).execute()
  await writeBill(tx, event.id, artistIds)
}

/** Makes these artists the bill, in this order; acts that stay keep their ids. */
export async function writeBill(tx: Tx, id: string, artistIds: readonly string[]): Promise<void> {
  await sql`delete from performances where show_id = ${id} and artist_id <> all (${[...artistIds]}::uuid[])`.execute(
    tx,
  )
  await sql`insert into performances (id, show_id, artist_id, position)
    select p.id, ${id}::uuid, p.artist_id, p.position
    from unnest(${artistIds.map(newId)}::uuid[], ${[...artistIds]}::uuid[]) with ordinality
      as p (id, artist_id, position)
    on conflict (show_id, artist_id) do update set position = excluded.position`.execute(tx)
}

export type Start = { show_date: string; show_time: string | null }

/** Days and times of diary shows at a venue that are reckoned in another zone than its own. */
export async function findStartsOutside(tx: Tx, venueId: string, zone: string): Promise<Start[]> {
  const found = await sql<Start>`
    select distinct s.show_date, to_char(s.show_time, 'HH24:MI') as show_time from shows s
    where s.venue_id = ${venueId} and s.time_zone <> ${zone} and s.organizer_id is null`.execute(tx)
  return found.rows
}

/** Reckons diary shows at a venue in a zone: `moments[i]` is when those of `starts[i]` begin. */
export async function moveStarts(
  tx: Tx,
  venueId: string,
  zone: string,
  starts: readonly Start[],
  moments: readonly string[],
): Promise<void> {
  await sql`
    update shows as s set starts_at = n.starts_at, time_zone = ${zone}, updated_at = now()
    from unnest(${starts.map((start) => start.show_date)}::date[],
      ${starts.map((start) => start.show_time)}::time[], ${[...moments]}::timestamptz[])
      as n (show_date, show_time, starts_at)
    where s.venue_id = ${venueId} and s.time_zone <> ${zone} and s.organizer_id is null
      and s.show_date = n.show_date and s.show_time is not distinct from n.show_time`.execute(tx)
}

/** Keeps others from joining or leaving a show until the transaction ends. */
export async function lockShow(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('shows').select('id').where('id', '=', id).forUpdate().execute()
}

/** What a show was made of that has gone. */
export type Unheld = { artistIds: string[]; venueId: string }

/** Deletes a show that nobody organises, attends or has media in; gives what it was made of, if it was such a one. */
export async function deleteUnheld(tx: Tx, id: string): Promise<Unheld | undefined> {
  const gone = await sql<Unheld>`
    delete from shows as s where s.id = ${id} and s.organizer_id is null
      and not exists (select 1 from attendances a where a.show_id = s.id)
      and not exists (select 1 from media x where x.show_id = s.id and x.deleted_at is null)
    returning s.venue_id as "venueId",
      array(select p.artist_id from performances p where p.show_id = s.id) as "artistIds"`.execute(tx)
  return gone.rows[0]
}

/** Some of the shows that a person attends or has media in. */
export async function findHeld(tx: Tx, personId: string, atMost: number): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from (
      select show_id as id from attendances where person_id = ${personId}
      union select show_id from media
        where owner_id = ${personId} and show_id is not null and deleted_at is null) held
    order by id limit ${atMost}`.execute(tx)
  return found.rows.map(({ id }) => id)
}

export const isOrganised = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom('shows').select('organizer_id').where('id', '=', id).executeTakeFirst())
    ?.organizer_id != null
