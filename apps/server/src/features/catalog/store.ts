import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/db/ids.ts'
import { row } from '../../platform/db/read.ts'
import type { Place, VenueFacts } from './rules.ts'

export type Wanted = {
  /** Headliner first. */
  artists: readonly string[]
  place: Place
  /** Zone at the point, when there is one. */
  zone: string | null
  personId: string
  claim: string
}
export type Known = VenueFacts & { id: string }
/** Ids in the order of the names; null for what is not known. */
export type Found = { artist_ids: (string | null)[] } & (Known | { id: null })

const placeKey = (name: string, city: string, country: string) =>
  `fold(${name}) || '|' || coalesce(fold(${city}), '') || '|' || coalesce(fold(${country}), '')`
const facts = 'id, address, state, latitude, longitude, time_zone'

const search = `
  select claim.held, array(select a.id from unnest($2::text[]) with ordinality n (name, position)
      left join artists a on a.name_key = fold(n.name) order by n.position) as artist_ids, v.*
  from (select pg_advisory_xact_lock(hashtextextended($1::text || fold(($2::text[])[1]), 0)) as held) claim
  left join lateral (select ${facts} from venues where place_key = ${placeKey('$3', '$4', '$5')}) v on true`

/** Takes the claim, then looks for artists and venue: one light query for what is nearly always known. */
export async function claimAndFind(tx: Tx, { claim, artists, place }: Wanted): Promise<Found> {
  const found = await row<Found>(tx, search, [claim, artists, place.name, place.city, place.country])
  if (found === undefined) throw new Error('a search without an answer')
  return found
}

/** Makes those artists that are not known, in one order, so that parallel calls never wait in a circle. */
export async function makeArtists(tx: Tx, names: readonly string[]): Promise<void> {
  await sql`
    insert into artists (id, name)
    select distinct on (fold(n.name)) n.id, n.name
    from unnest(${names.map(newId)}::uuid[], ${[...names]}::text[]) with ordinality n (id, name, position)
    order by fold(n.name), n.position
    on conflict (name_key) do nothing`.execute(tx)
}

/** Makes a venue that is not known; its zone is that of its point, else of its town, else of the person. */
export async function makeVenue(tx: Tx, { place, zone, personId }: Wanted): Promise<void> {
  const { name, address, city, state, country, latitude, longitude } = place
  await sql`
    insert into venues (id, name, address, city, state, country, latitude, longitude, time_zone)
    values (${newId()}, ${name}, ${address}, ${city}, ${state}, ${country}, ${latitude}, ${longitude},
      coalesce(${zone}::text,
        (select c.time_zone from cities c
          where c.name_key in (fold(${city}), fold(${city}) || ' city')
            and (${country}::text is null or c.country = ${country})
          order by c.name_key = fold(${city}) desc, c.population desc limit 1),
        (select u.time_zone from users u where u.id = ${personId}), 'UTC'))
    on conflict (place_key) do nothing`.execute(tx)
}

export async function updateVenue(tx: Tx, id: string, change: Partial<VenueFacts>): Promise<void> {
  await tx
    .updateTable('venues')
    .set({ ...change, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

export const readVenue = (db: Db, id: string): Promise<Known> =>
  db
    .selectFrom('venues')
    .select(['id', 'address', 'state', 'latitude', 'longitude', 'time_zone'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
