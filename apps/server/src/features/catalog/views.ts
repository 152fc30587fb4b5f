import {
  type Artist,
  type City,
  MOST_TOWNS,
  type Town,
  type Venue,
  type Whereabouts,
} from '@sharemyshows/contract/catalog'
import type { Bounds } from '@sharemyshows/contract/fields'
import type { ArtistDuplicates, DuplicateReason, VenueDuplicates } from '@sharemyshows/contract/merging'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { countryName } from '../../platform/geo/countries.ts'
import { zoneAt } from '../../platform/geo/zones.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { seesShow } from '../../viewer/rule.ts'

/** Folded once and not once a row, as a sub-select. */
const typed = '(select fold($2))'
const beginning = `(select like_literal(fold($2)) || '%')`

/** Names that begin so, and names with a word that nearly does. */
const matches = (key: string) => `(${key} like ${beginning} or ${typed} <% ${key})`
const ranked = (key: string) =>
  `${key} like ${beginning} desc, word_similarity(${typed}, ${key}) desc, length(${key}), ${key}`

const artists = `select a.id, a.name, a.mbid from artists a
  where ${matches('a.name_key')} and exists (select 1 from performances p join shows s on s.id = p.show_id
    where p.artist_id = a.id and ${seesShow('s')})
  order by ${ranked('a.name_key')} limit $3`

/** Artists of shows the viewer may see, by the beginning of a name; `limit` 1 to 20. */
export const suggestArtists = (db: Db, viewer: Viewer, typed: string, limit: number): Promise<Artist[]> =>
  rows<Artist>(db, artists, [viewer, typed, limit])

type VenueRow = Omit<Venue, 'point'> & { latitude: number | null; longitude: number | null }

const venues = `select v.id, v.name, v.address, v.city, v.state, v.country, v.latitude, v.longitude, v.time_zone
  from venues v
  where ${matches('v.name_key')} and exists (select 1 from shows s where s.venue_id = v.id and ${seesShow('s')})
  order by ${ranked('v.name_key')} limit $3`

const point = (longitude: number, latitude: number) => ({
  type: 'Point' as const,
  coordinates: [longitude, latitude] as [number, number],
})

/** Venues of shows the viewer may see, by the beginning of a name; `limit` 1 to 20. */
export async function suggestVenues(db: Db, viewer: Viewer, typed: string, limit: number): Promise<Venue[]> {
  const found = await rows<VenueRow>(db, venues, [viewer, typed, limit])
  return found.map(venueOf)
}

const venueOf = ({
  id,
  name,
  address,
  city,
  state,
  country,
  latitude,
  longitude,
  time_zone,
}: VenueRow): Venue => ({
  id,
  name,
  address,
  city,
  state,
  country,
  point: latitude === null || longitude === null ? null : point(longitude, latitude),
  time_zone,
})

type CityRow = Omit<City, 'point' | 'country_name'> & { latitude: number; longitude: number }

/**
 * The beginning is sought as a range of keys, because a LIKE whose pattern comes with the call would not use the index;
 * what contains it, only from three letters on, which is what the other index needs.
 */
const cities = `with typed as materialized (select fold($1) as key), starting as materialized (
    select c.* from cities c
    where c.name_key ~>=~ (select key from typed) and c.name_key ~<~ (select key || chr(1114111) from typed)
    order by c.population desc limit $2
  ), containing as materialized (
    select c.* from cities c
    where (select length(key) > 2 from typed) and (select count(*) from starting) < $2
      and c.name_key like (select '%' || like_literal(key) || '%' from typed)
      and not c.name_key ^@ (select key from typed)
    order by c.population desc limit $2
  )
  select id, name, country, population, latitude, longitude, time_zone
  from (select *, 1 as rank from starting union all select *, 2 from containing) found
  order by rank, population desc limit $2`

/** Cities by the beginning of their names, largest first; filled up with those that contain it. `limit` 1 to 20. */
export async function suggestCities(db: Db, typed: string, limit: number): Promise<City[]> {
  return (await rows<CityRow>(db, cities, [typed, limit])).map(cityOf)
}

const cityOf = ({ latitude, longitude, ...city }: CityRow): City => ({
  ...city,
  country_name: countryName(city.country),
  point: point(longitude, latitude),
})

/** Degrees of latitude, some 111 km each; a degree of longitude is shorter the nearer it is to a pole. */
const nearest = `select id, name, country, population, latitude, longitude, time_zone
  from (select *, abs(longitude - $2::float8) as apart from cities
    where latitude between $1::float8 - 1 and $1::float8 + 1) c,
    lateral (select power(latitude - $1, 2) + power(least(apart, 360 - apart) * cos(radians($1)), 2) as distance) d
  where distance < 1 order by distance limit 1`

/** Where a point is: the nearest town within some 111 km, and its clocks. */
export async function readWhereabouts(
  db: Db,
  { latitude, longitude }: { latitude: number; longitude: number },
): Promise<Whereabouts> {
  const city = await row<CityRow>(db, nearest, [latitude, longitude])
  return { city: city === undefined ? null : cityOf(city), time_zone: zoneAt(latitude, longitude) }
}

/** Where a box crosses the date line, its west lies east of its east. */
const towns = `select id, name, population, latitude, longitude from cities
  where latitude between $1 and $2
    and (longitude between $3 and $4 or $3::float8 > $4 and (longitude >= $3 or longitude <= $4))
  order by population desc limit ${MOST_TOWNS}`

/** The largest towns within a box, the largest first. */
export async function listTowns(db: Db, { south, north, west, east }: Bounds): Promise<Town[]> {
  const found = await rows<Omit<CityRow, 'country' | 'time_zone'>>(db, towns, [south, north, west, east])
  return found.map(({ latitude, longitude, ...town }) => ({ ...town, point: point(longitude, latitude) }))
}

/** Names less alike than this are two names. */
const ALIKE = 0.45
/** Two venues closer than this may be one. */
const SAME_PLACE_METRES = 300

const likeness = 'coalesce(similarity(near_key(b.name_key), near_key(self.name_key)), 0)'
const showsOf = {
  artist: (id: string) => `performances p join shows s on s.id = p.show_id where p.artist_id = ${id}`,
  venue: (id: string) => `shows s where s.venue_id = ${id}`,
}
const table = { artist: 'artists', venue: 'venues' }

/** With the shows of each that the viewer sees, and whether she was at one of them. */
const counted = (kind: 'artist' | 'venue', id: string) => `cross join lateral (
  select count(*)::int as shows, coalesce(bool_or(exists (select 1 from attendances d
    where d.show_id = s.id and d.person_id = $1)), false) as attends
  from ${showsOf[kind](id)} and ${seesShow('s')}) seen`

/** Those that were said to be the same elsewhere; more alike than names can be. */
const sameIdentity = (table: string, identity: string) => `
  select b.id, 'same_identity' as reason, 1.5::real as likeness from self join ${table} b on b.${identity} = self.${identity} union all`

const alikeArtists = `${sameIdentity('artists', 'mbid')}
  select b.id, case when b.near then 'same_name' else 'similar_name' end as reason, b.likeness from (
    select b.id, near_key(b.name_key) = near_key(self.name_key) as near, ${likeness} as likeness
    from self join artists b on b.name_key % self.name_key
    union select b.id, true, 1 from self join artists b on near_key(b.name_key) = near_key(self.name_key)) b
  where b.near or b.likeness >= ${ALIKE}`

const alikeVenues = `${sameIdentity('venues', 'osm_id')}
  select b.id, case when b.near_name then 'same_name' when b.near_place then 'same_place' else 'similar_name' end
    as reason, b.likeness from (
    select b.id, coalesce(near_key(b.name_key) = near_key(self.name_key), false) as near_name,
      coalesce(b.pos <-> self.pos <= ${SAME_PLACE_METRES}, false) as near_place,
      b.city_key = self.city_key as same_town, ${likeness} as likeness
    from self join (
      select b.* from self join venues b on b.name_key % self.name_key
      union select b.* from self join venues b on near_key(b.name_key) = near_key(self.name_key)
      union select b.* from self join venues b on cube_enlarge(self.pos, ${SAME_PLACE_METRES}, 3) @> b.pos) b on true) b
  where b.near_name and (b.near_place or coalesce(b.same_town, true)) or b.near_place and b.likeness >= 0.2
    or b.same_town and b.likeness >= ${ALIKE}`

const duplicates = (kind: 'artist' | 'venue', alike: string) => `
  with self as materialized (select * from ${table[kind]} where id = $2)
  select b.*, seen.shows, seen.attends, alike.reason
  from (select id, null as reason, 2::real as likeness from self
      union all (select distinct on (alike.id) alike.* from (${alike}) alike
        where alike.id <> $2 order by alike.id, alike.likeness desc)) alike
    join ${table[kind]} b on b.id = alike.id and b.merged_into is null ${counted(kind, 'b.id')}
  where seen.shows > 0 order by alike.likeness desc, b.name_key, b.id limit 11`

const texts = { artist: duplicates('artist', alikeArtists), venue: duplicates('venue', alikeVenues) }

type Alike<Thing> = Thing & { shows: number; attends: boolean; reason: DuplicateReason | null }
type Duplicates<Thing> = {
  subject: { thing: Thing; shows: number }
  items: { thing: Thing; shows: number; reason: DuplicateReason; may_merge: boolean }[]
}

/** The artist or venue first, then those that might be the same; undefined when the viewer does not see it. */
async function findDuplicates<Found, Thing>(
  db: Db,
  viewer: Viewer,
  kind: 'artist' | 'venue',
  id: string,
  looksAfterAll: boolean,
  thing: (found: Found) => Thing,
): Promise<Duplicates<Thing> | undefined> {
  const [self, ...others] = await rows<Alike<Found>>(db, texts[kind], [viewer, id])
  if (self === undefined || self.reason !== null) return undefined
  return {
    subject: { thing: thing(self), shows: self.shows },
    items: others.flatMap((other) =>
      other.reason === null
        ? []
        : {
            thing: thing(other),
            shows: other.shows,
            reason: other.reason,
            may_merge: looksAfterAll || (other.attends && self.attends),
          },
    ),
  }
}

/** Artists that might be the same one as this; `looksAfterAll` may merge what she was not at. */
export async function listArtistDuplicates(
  db: Db,
  viewer: Viewer,
  id: string,
  looksAfterAll: boolean,
): Promise<ArtistDuplicates | undefined> {
  const plain = ({ id, name, mbid }: Artist): Artist => ({ id, name, mbid })
  const found = await findDuplicates(db, viewer, 'artist', id, looksAfterAll, plain)
  if (found === undefined) return undefined
  return {
    subject: { artist: found.subject.thing, shows: found.subject.shows },
    items: found.items.map(({ thing, ...item }) => ({ artist: thing, ...item })),
    next_cursor: null,
  }
}

/** Venues that might be the same one as this. */
export async function listVenueDuplicates(
  db: Db,
  viewer: Viewer,
  id: string,
  looksAfterAll: boolean,
): Promise<VenueDuplicates | undefined> {
  const found = await findDuplicates(db, viewer, 'venue', id, looksAfterAll, venueOf)
  if (found === undefined) return undefined
  return {
    subject: { venue: found.subject.thing, shows: found.subject.shows },
    items: found.items.map(({ thing, ...item }) => ({ venue: thing, ...item })),
    next_cursor: null,
  }
}

const one = {
  artist: 'select id, name, mbid from artists where id = $1',
  venue:
    'select id, name, address, city, state, country, latitude, longitude, time_zone from venues where id = $1',
}

/** An artist whom somebody has just been found to see. */
export const readArtist = (db: Db, id: string): Promise<Artist | undefined> => row(db, one.artist, [id])

/** A venue that somebody has just been found to see. */
export async function readVenue(db: Db, id: string): Promise<Venue | undefined> {
  const found = await row<VenueRow>(db, one.venue, [id])
  return found && venueOf(found)
}
