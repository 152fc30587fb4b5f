import type { Db } from '../../../platform/db/connect.ts'
import { rows } from '../../../platform/db/read.ts'
import { countryNamed } from '../../../platform/geo/countries.ts'
import { seesShow } from '../../../viewer/rule.ts'
import type { Asked, Known, KnownTown, KnownVenue } from './rules/known.ts'

const artists = `select n.name from unnest($2::text[]) n (name)
  where exists (select 1 from artists a join performances p on p.artist_id = coalesce(a.merged_into, a.id)
    join shows s on s.id = p.show_id where a.name_key = fold(n.name) and ${seesShow('s')})`

const venues = `select n.name as asked, v.name, v.city, v.country, v.time_zone from unnest($2::text[]) n (name)
  join venues v on v.name_key = fold(n.name)
  where exists (select 1 from shows s where s.venue_id = coalesce(v.merged_into, v.id) and ${seesShow('s')})
  order by v.id`

const towns = `select n.name as asked, c.name, c.country, c.time_zone, c.population from unnest($1::text[]) n (name)
  cross join lateral (select * from cities c where c.name_key = fold(n.name) order by c.population desc limit 10) c`

const MOST_LETTERS = 300

/** What is known of the names that some entries of a calendar may be about. */
export async function readKnown(db: Db, personId: string, asked: Asked): Promise<Known> {
  const list = (names: readonly string[]) => [
    ...new Set(names.filter(({ length }) => length > 0 && length <= MOST_LETTERS)),
  ]
  const playing = await rows<{ name: string }>(db, artists, [personId, list(asked.artists)])
  const places = await rows<KnownVenue & { asked: string }>(db, venues, [personId, list(asked.venues)])
  const cities = await rows<KnownTown & { asked: string }>(db, towns, [list(asked.towns)])
  const names = new Set(playing.map(({ name }) => name))
  const byVenue = Map.groupBy(places, ({ asked }) => asked)
  const byTown = Map.groupBy(cities, ({ asked }) => asked)
  return {
    isArtist: (name) => names.has(name),
    venues: (name) => byVenue.get(name) ?? [],
    towns: (name) => byTown.get(name) ?? [],
    country: countryNamed,
  }
}
