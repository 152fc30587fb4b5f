import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Place, VenueFacts } from './rules.ts'

type Wanted = {
  artistIds: string[]
  artistNames: string[]
  venueId: string
  place: Place
  /** Zone at the point, when there is one. */
  zone: string | null
  personId: string
  claim: string
}
export type Found = VenueFacts & { id: string; artist_ids: string[] }

/**
 * Finds or makes artists and venue in one statement. The claim is taken before anything is made, and artists are made
 * before the venue and in one order, so that parallel calls wait for each other and never in a circle.
 */
export async function findOrMake(tx: Tx, wanted: Wanted): Promise<Found> {
  const { place } = wanted
  const found = await sql<Found>`
    with claim as materialized (
      select pg_advisory_xact_lock(hashtextextended(${wanted.claim}::text || fold(${wanted.artistNames[0]}::text), 0))
    ), names as materialized (
      select n.id, n.name, fold(n.name) as key, n.position from claim,
        unnest(${wanted.artistIds}::uuid[], ${wanted.artistNames}::text[]) with ordinality as n (id, name, position)
    ), known_artists as materialized (
      select a.id, a.name_key from artists a where a.name_key in (select key from names)
    ), made_artists as (
      insert into artists (id, name)
      select distinct on (n.key) n.id, n.name from names n
      where n.key not in (select name_key from known_artists) order by n.key, n.position
      on conflict (name_key) do update set name = artists.name
      returning id, name_key
    ), all_artists as (
      select id, name_key from known_artists union all select id, name_key from made_artists
    ), billed as materialized (
      select array_agg(a.id order by n.position) as ids from names n join all_artists a on a.name_key = n.key
    ), spot as materialized (
      select fold(${place.name}::text) || '|' || coalesce(fold(${place.city}::text), '')
        || '|' || coalesce(fold(${place.country}::text), '') as key from billed
    ), known_venue as materialized (
      select v.id, v.address, v.state, v.latitude, v.longitude, v.time_zone from venues v where v.place_key = (select key from spot)
    ), made_venue as (
      insert into venues (id, name, address, city, state, country, latitude, longitude, time_zone)
      select ${wanted.venueId}::uuid, ${place.name}::text, ${place.address}::text, ${place.city}::text,
        ${place.state}::text, ${place.country}::text, ${place.latitude}::float8, ${place.longitude}::float8,
        coalesce(${wanted.zone}::text,
          (select c.time_zone from cities c
            where c.name_key in (fold(${place.city}::text), fold(${place.city}::text) || ' city')
              and (${place.country}::text is null or c.country = ${place.country}::text)
            order by c.name_key = fold(${place.city}::text) desc, c.population desc limit 1),
          (select u.time_zone from users u where u.id = ${wanted.personId}::uuid), 'UTC')
      from spot where not exists (select 1 from known_venue)
      on conflict (place_key) do update set name = venues.name
      returning id, address, state, latitude, longitude, time_zone
    )
    select v.*, billed.ids as artist_ids from billed,
      (select * from known_venue union all select * from made_venue) v`.execute(tx)
  const [first] = found.rows
  if (first === undefined) throw new Error('an artist or a venue was neither found nor made')
  return first
}

export async function updateVenue(tx: Tx, id: string, change: Partial<VenueFacts>): Promise<void> {
  await tx
    .updateTable('venues')
    .set({ ...change, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

export const readVenue = (db: Db, id: string): Promise<VenueFacts & { id: string }> =>
  db
    .selectFrom('venues')
    .select(['id', 'address', 'state', 'latitude', 'longitude', 'time_zone'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
