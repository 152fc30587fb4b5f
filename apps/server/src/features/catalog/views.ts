import type { Artist, City, Venue } from '@sharemyshows/contract/catalog'
import type { Db } from '../../platform/db/connect.ts'
import { rows } from '../../platform/db/read.ts'
import { countryName } from '../../platform/geo/countries.ts'
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
  return found.map(({ latitude, longitude, ...venue }) => ({
    ...venue,
    point: latitude === null || longitude === null ? null : point(longitude, latitude),
  }))
}

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
  const found = await rows<CityRow>(db, cities, [typed, limit])
  return found.map(({ latitude, longitude, ...city }) => ({
    ...city,
    country_name: countryName(city.country),
    point: point(longitude, latitude),
  }))
}
