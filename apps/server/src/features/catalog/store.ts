import { sql } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/db/ids.ts'
import { row, rows } from '../../platform/db/read.ts'
import { seesShow } from '../../viewer/rule.ts'
import { type Identity, isNameAlone, type Place, type PlaceIds, type VenueFacts } from './rules.ts'

export type Wanted = {
  /** Headliner first. */
  artists: readonly string[]
  place: Place
  /** Zone at the point, when there is one. */
  zone: string | null
  personId: string
  claim: string
}
export type Known = VenueFacts & { id: string; name: string }
/** Ids in the order of the names; null for what is not known. `merged`: one of all is no more than a former name. */
export type Found = { artist_ids: (string | null)[]; merged: boolean } & (Known | { id: null })

const placeKey = (name: string, city: string, country: string) =>
  `fold(${name}) || '|' || coalesce(fold(${city}), '') || '|' || coalesce(fold(${country}), '')`
const known = [
  'id',
  'name',
  'address',
  'city',
  'state',
  'country',
  'latitude',
  'longitude',
  'time_zone',
] as const
const facts = known.join(', ')

/** A key share lock keeps what was found from being merged away before the transaction ends. */
const search = `
  select claim.held, bill.artist_ids, v.*,
    bill.merged or coalesce(v.merged_into is not null, false) as merged
  from (select pg_advisory_xact_lock(hashtextextended(fold($1::text) || fold(coalesce(($2::text[])[1], '')), 0)) as held) claim
  left join lateral (
    select coalesce(array_agg(coalesce(a.merged_into, a.id) order by n.position), '{}') as artist_ids,
      bool_or(a.merged_into is not null) is true as merged
    from unnest($2::text[]) with ordinality n (name, position) left join lateral (
      select id, merged_into from artists where name_key = fold(n.name) for key share) a on true) bill on true
  left join lateral (
    select ${facts}, merged_into from venues where place_key = ${placeKey('$3', '$4', '$5')} for key share) v on true`

/** Takes the claim, then looks for artists and venue: one light query for what is nearly always known. */
export async function claimAndFind(tx: Tx, { claim, artists, place }: Wanted): Promise<Found> {
  const found = await row<Found>(tx, search, [claim, artists, place.name, place.city, place.country])
  if (found === undefined) throw new Error('a search without an answer')
  return found
}

/** What these artists are today, held as `claimAndFind` holds them: former names are followed. */
export async function holdSurvivors(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const found = await tx
    .selectFrom('artists')
    .select(['id', 'merged_into'])
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forKeyShare()
    .execute()
  const became = new Map(found.map(({ id, merged_into }) => [id, merged_into ?? id]))
  const today = ids.map((id) => became.get(id) ?? id)
  return today.every((id, index) => id === ids[index]) ? today : holdSurvivors(tx, today)
}

/** What this venue is today, held as `claimAndFind` holds it. */
export async function holdVenue(tx: Tx, id: string): Promise<Known> {
  const { merged_into, ...venue } = await tx
    .selectFrom('venues')
    .select(known)
    .select('merged_into')
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirstOrThrow()
  return merged_into === null ? venue : holdVenue(tx, merged_into)
}

/** Holds a venue's name until the transaction ends: whoever would look for or make one of this name waits. */
export async function holdName(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('venue ' || fold(${name}), 0))`.execute(tx)
}

/** The country fits where either is not known. */
const fitting = `v.name_key = fold($2) and v.merged_into is null
  and (v.country is null or $3::text is null or fold(v.country) = fold($3))`

const inTown = `select ${facts}, (select count(*) from venues other where other.name_key = fold($2)
    and other.city_key = fold($1) and other.merged_into is null) = 1 as alone
  from venues v where ${fitting} and v.city_key = fold($1) for key share of v limit 2`

const anywhere = `select ${facts}, true as alone from venues v
  where ${fitting} and exists (select 1 from shows s where s.venue_id = v.id and ${seesShow('s')})
  for key share of v limit 2`

/**
 * The one venue that a place can mean though it says its country or its town otherwise than the venue does, by leaving
 * out what the other knows. Without a town it must be one that the person sees: a name is no key to what others keep
 * to themselves.
 */
export async function findMeant(tx: Tx, { place, personId }: Wanted): Promise<Known | undefined> {
  const { name, city, country } = place
  type Meant = Known & { alone: boolean }
  if (city === null && !isNameAlone(place)) return undefined
  const found =
    city === null
      ? await rows<Meant>(tx, anywhere, [personId, name, country])
      : await rows<Meant>(tx, inTown, [city, name, country])
  const [only, ...others] = found
  if (only === undefined || others.length > 0) return undefined
  const { alone, ...venue } = only
  return alone ? venue : undefined
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

const zoneOfTown = (
  city: string | null,
  country: string | null,
) => sql<string>`select c.time_zone from cities c
  where c.name_key in (fold(${city}), fold(${city}) || ' city')
    and (${country}::text is null or c.country = ${country})
  order by c.name_key = fold(${city}) desc, c.population desc limit 1`

/** The zone of a town, if the town is known. */
export async function findZone(tx: Tx, city: string | null, country: string | null): Promise<string | null> {
  const found = await sql<{ zone: string | null }>`select (${zoneOfTown(city, country)}) as zone`.execute(tx)
  return found.rows[0]?.zone ?? null
}

/** Makes a venue that is not known; its zone is that of its point, else of its town, else of the person. */
export async function makeVenue(tx: Tx, { place, zone, personId }: Wanted): Promise<void> {
  const { name, address, city, state, country, latitude, longitude } = place
  await sql`
    insert into venues (id, name, address, city, state, country, latitude, longitude, time_zone)
    values (${newId()}, ${name}, ${address}, ${city}, ${state}, ${country}, ${latitude}, ${longitude},
      coalesce(${zone}::text, (${zoneOfTown(city, country)}),
        (select u.time_zone from users u where u.id = ${personId}), 'UTC'))
    on conflict (place_key) do nothing`.execute(tx)
}

export async function updateVenue(tx: Tx, id: string, change: Partial<VenueFacts> & PlaceIds): Promise<void> {
  await tx
    .updateTable('venues')
    .set({ ...change, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

/** Writes down which place a venue is, where that is not known yet. */
export async function notePlaceIds(tx: Tx, id: string, ids: PlaceIds): Promise<void> {
  const { osm_id = null, google_place_id = null } = ids
  await sql`update venues set osm_id = coalesce(osm_id, ${osm_id}),
      google_place_id = coalesce(google_place_id, ${google_place_id}), updated_at = now()
    where id = ${id} and (osm_id is null and ${osm_id}::text is not null
      or google_place_id is null and ${google_place_id}::text is not null)`.execute(tx)
}

/** A venue as it stands, locked until the transaction ends. */
export const lockVenue = (tx: Tx, id: string): Promise<Known> =>
  tx.selectFrom('venues').select(known).where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow()

/** Locks an artist or a venue until the transaction ends: nobody merges it away meanwhile. */
export async function lockThing(tx: Tx, kind: 'artist' | 'venue', id: string): Promise<void> {
  await tx
    .selectFrom(kind === 'artist' ? 'artists' : 'venues')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
}

/** Who an artist is said to be in MusicBrainz. */
export async function readMbid(tx: Tx, id: string): Promise<string | null> {
  const artist = await tx.selectFrom('artists').select('mbid').where('id', '=', id).executeTakeFirstOrThrow()
  return artist.mbid
}

export async function identifyArtist(tx: Tx, id: string, identity: Identity): Promise<void> {
  const updated_at = new Date().toISOString()
  await tx
    .updateTable('artists')
    .set({ ...identity, updated_at })
    .where('id', '=', id)
    .execute()
}

/** Writes down who is on the bill of a show, in its order, of those made since that nobody has told of. */
export async function identifyBill(
  tx: Tx,
  showId: string,
  mbids: readonly (string | null)[],
  since: string,
): Promise<void> {
  await sql`update artists a set mbid = told.mbid
    from performances p join unnest(${[...mbids]}::text[]) with ordinality as told (mbid, position)
      on told.position = p.position
    where p.show_id = ${showId} and a.id = p.artist_id and a.id > ${since}::uuid and a.mbid is null
      and told.mbid is not null`.execute(tx)
}

/**
 * Locks two artists or venues until the transaction ends, following those that were merged away; in one order, so that
 * merges never wait in a circle. Gives what they are today; undefined when there is no such thing.
 */
export async function lockSurvivors(
  tx: Tx,
  kind: 'artist' | 'venue',
  ids: readonly [string, string],
): Promise<[string, string] | undefined> {
  const found = await sql<{ id: string; merged_into: string | null }>`
    select id, merged_into from ${sql.table(kind === 'artist' ? 'artists' : 'venues')}
    where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)
  const today = ids.map((id) => found.rows.find((row) => row.id === id))
  const [from, into] = today
  if (from === undefined || into === undefined) return undefined
  if (from.merged_into === null && into.merged_into === null) return [from.id, into.id]
  return lockSurvivors(tx, kind, [from.merged_into ?? from.id, into.merged_into ?? into.id])
}

/** Has an artist be no more than a former name of another. Gives both names. */
export async function buryArtist(tx: Tx, fromId: string, intoId: string): Promise<[string, string]> {
  await sql`update artists set merged_into = ${intoId}, updated_at = now()
    where id = ${fromId} or merged_into = ${fromId}`.execute(tx)
  const names = await sql<{ from: string; into: string }>`
    update artists a set updated_at = now(), (mbid, disambiguation, cover_group, cover_title) =
      (select who.mbid, who.disambiguation, who.cover_group, who.cover_title from artists who
        where who.id = case when a.mbid is null then b.id else a.id end)
    from artists b
    where a.id = ${intoId} and b.id = ${fromId} returning b.name as "from", a.name as "into"`.execute(tx)
  const [both] = names.rows
  if (both === undefined) throw new Error('an artist that went while she was locked')
  return [both.from, both.into]
}

/** Has a venue be no more than a former name of another, which is the place elsewhere that the first was. */
export async function buryVenue(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await sql`update venues set merged_into = ${intoId}, updated_at = now()
    where id = ${fromId} or merged_into = ${fromId}`.execute(tx)
  await sql`update venues a set osm_id = coalesce(a.osm_id, b.osm_id),
      google_place_id = coalesce(a.google_place_id, b.google_place_id)
    from venues b where a.id = ${intoId} and b.id = ${fromId}`.execute(tx)
}

/**
 * Gives a venue the town that one merged into it knew. Keys are unique: where both have one name, what was merged away
 * is known by the former town of the one that stays.
 */
export async function takeTown(
  tx: Tx,
  from: Known,
  into: Known,
  town: Pick<Place, 'city' | 'country'>,
): Promise<void> {
  const move = (id: string, { city, country }: typeof town) =>
    sql`update venues set city = ${city}, country = ${country} where id = ${id} and not exists (
      select 1 from venues other where other.id <> ${id} and other.place_key = fold(venues.name) || '|'
        || coalesce(fold(${city}), '') || '|' || coalesce(fold(${country}), ''))`.execute(tx)
  for (const name of [from.name, into.name].sort()) await holdName(tx, name)
  await move(from.id, { city: from.id, country: null })
  await move(into.id, town)
  await move(from.id, from)
  await sql`update venues set city = ${into.city}, country = ${into.country}
    where id = ${from.id} and city = ${from.id}`.execute(tx)
}

/** A show of an artist or at a venue that a person attends, the latest; null when she attends none. */
export async function findShowOf(
  tx: Tx,
  kind: 'artist' | 'venue',
  id: string,
  personId: string,
): Promise<string | null> {
  const mine = tx
    .selectFrom('shows as s')
    .innerJoin('attendances as d', 'd.show_id', 's.id')
    .select('s.id')
    .where('d.person_id', '=', personId)
    .orderBy('s.starts_at', 'desc')
    .limit(1)
  const found = await (kind === 'venue'
    ? mine.where('s.venue_id', '=', id)
    : mine.innerJoin('performances as p', 'p.show_id', 's.id').where('p.artist_id', '=', id)
  ).executeTakeFirst()
  return found?.id ?? null
}

const unused = {
  artists: `delete from artists a where a.id = any ($1::uuid[])
    and not exists (select 1 from performances p where p.artist_id = a.id)
    and not exists (select 1 from shows s where s.headliner_id = a.id)
    and not exists (select 1 from artists former where former.merged_into = a.id) returning a.id`,
  venues: `delete from venues v where v.id = any ($1::uuid[])
    and not exists (select 1 from shows s where s.venue_id = v.id)
    and not exists (select 1 from venues former where former.merged_into = v.id) returning v.id`,
}

/** Deletes those that no show is made of; gives their ids. Locked first, so that nobody is about to make a show of them. */
export async function deleteUnused(
  tx: Tx,
  table: keyof typeof unused,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  await tx.selectFrom(table).select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
  return (await rows<{ id: string }>(tx, unused[table], [ids])).map(({ id }) => id)
}
