import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/connect.ts'
import { row } from '../../../platform/db/read.ts'
import { SAME_PLACE_METRES } from '../rules.ts'

/**
 * Locks these shows until the transaction ends, following those that were merged away; in one order, so that merges
 * never wait in a circle. Gives the ids they have today; null for one that is gone.
 */
export async function lockSurvivors(tx: Tx, ids: readonly string[]): Promise<(string | null)[]> {
  const today = await followRedirects(tx, ids)
  const found = await tx
    .selectFrom('shows')
    .select('id')
    .where('id', 'in', today)
    .orderBy('id')
    .forUpdate()
    .execute()
  const there = new Set(found.map(({ id }) => id))
  const lost = today.filter((id) => !there.has(id))
  // merged away while this waited for the lock
  if (lost.length > 0 && (await followRedirects(tx, lost)).some((id, index) => id !== lost[index])) {
    return lockSurvivors(tx, today)
  }
  return today.map((id) => (there.has(id) ? id : null))
}

async function followRedirects(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select coalesce(r.new_id, n.id) as id from unnest(${[...ids]}::uuid[]) with ordinality n (id, position)
      left join show_redirects r on r.old_id = n.id order by n.position`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/** Acts of one show that the other does not have, not even written otherwise, go to the end of its bill. */
export async function joinBills(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await sql`
    update performances as p set show_id = ${intoId}, position = n.position
    from (select other.id, (select max(position) from performances where show_id = ${intoId})
        + row_number() over (order by other.position) as position
      from performances other join artists a on a.id = other.artist_id
      where other.show_id = ${fromId} and not exists (select 1 from performances own
        join artists b on b.id = own.artist_id
        where own.show_id = ${intoId} and (b.id = a.id or near_key(b.name_key) = near_key(a.name_key)))) n
    where p.id = n.id`.execute(tx)
}

/** Takes a show away whose people and things have moved to another; its id leads there from now on. */
export async function replaceShow(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await sql`update show_redirects set new_id = ${intoId} where new_id = ${fromId}`.execute(tx)
  await tx.insertInto('show_redirects').values({ old_id: fromId, new_id: intoId }).execute()
  await tx.deleteFrom('shows').where('id', '=', fromId).execute()
}

/** A show of one artist or venue and the show of the other that it becomes the same concert with. */
export type Collision = { fromId: string; intoId: string }

const near = `(o.venue_id = s.venue_id or ov.pos <-> sv.pos <= ${SAME_PLACE_METRES})`
const collisions = {
  artist: `select s.id as "fromId", o.id as "intoId" from shows s join venues sv on sv.id = s.venue_id
      join shows o on o.headliner_id = $2 and o.show_date = s.show_date join venues ov on ov.id = o.venue_id
    where s.headliner_id = $1 and ${near} order by s.id, o.venue_id = s.venue_id desc limit 1`,
  venue: `select s.id as "fromId", o.id as "intoId" from shows s join venues sv on sv.id = $2
      join shows o on o.headliner_id = s.headliner_id and o.show_date = s.show_date and o.id <> s.id
      join venues ov on ov.id = o.venue_id
    where s.venue_id = $1 and (o.venue_id = $2 or ov.pos <-> sv.pos <= ${SAME_PLACE_METRES})
    order by s.id, o.venue_id = $2 desc limit 1`,
}

/** Two shows that become one concert when all that is of the first artist or venue is of the second. */
export const findCollision = (
  tx: Tx,
  kind: 'artist' | 'venue',
  fromId: string,
  intoId: string,
): Promise<Collision | undefined> => row(tx, collisions[kind], [fromId, intoId])

/** Locks all shows with an artist on the bill. */
export async function lockShowsOfArtist(tx: Tx, artistId: string): Promise<void> {
  await sql`select id from shows where headliner_id = ${artistId}
      or id in (select show_id from performances where artist_id = ${artistId})
    order by id for update`.execute(tx)
}

/** Locks all shows at a venue. */
export async function lockShowsAt(tx: Tx, venueId: string): Promise<void> {
  await sql`select id from shows where venue_id = ${venueId} order by id for update`.execute(tx)
}

/** Has one artist play wherever another one did; on a bill with both, at the higher place of the two. */
export async function replaceArtist(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const both = await sql<{ show_id: string }>`
    delete from performances p using performances q
    where q.show_id = p.show_id and q.position < p.position
      and p.artist_id in (${fromId}, ${intoId}) and q.artist_id in (${fromId}, ${intoId})
    returning p.show_id`.execute(tx)
  await sql`update performances set artist_id = ${intoId} where artist_id = ${fromId}`.execute(tx)
  await sql`
    update performances as p set position = n.position
    from (select id, row_number() over (partition by show_id order by position) as position from performances
      where show_id = any(${both.rows.map(({ show_id }) => show_id)}::uuid[])) n
    where p.id = n.id and p.position <> n.position`.execute(tx)
  await sql`update shows set headliner_id = ${intoId}, updated_at = now() where headliner_id = ${fromId}`.execute(
    tx,
  )
}

/** Has everything that happened at one venue happen at another. */
export async function replaceVenue(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await sql`update shows set venue_id = ${intoId}, updated_at = now() where venue_id = ${fromId}`.execute(tx)
}
