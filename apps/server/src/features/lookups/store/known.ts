import type { Db } from '../../../platform/db/connect.ts'
import { rows } from '../../../platform/db/read.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import { seesShow } from '../../../viewer/rule.ts'

// Which of what others know is here, too, as far as the viewer may see it. Former names are followed.

const seenVenue = (id: string) =>
  `exists (select 1 from shows s where s.venue_id = ${id} and ${seesShow('s')})`
const seenArtist = (id: string) =>
  `exists (select 1 from performances p join shows s on s.id = p.show_id where p.artist_id = ${id} and ${seesShow('s')})`

/** The place that it was said to be, else one of its name in its town. */
const venues = `
  select found.id from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
      with ordinality wanted (osm, google, name, city, address, n)
    left join lateral (
      select b.id from (
        select coalesce(v.merged_into, v.id) as id, 0 as rank from venues v where v.osm_id = wanted.osm
        union all select coalesce(v.merged_into, v.id), 0 from venues v where v.google_place_id = wanted.google
        union all select coalesce(v.merged_into, v.id), 1 from venues v where v.name_key = fold(wanted.name)
          and (v.city_key = fold(wanted.city)
            or wanted.city is null and fold(wanted.address) like '%' || like_literal(v.city_key) || '%')) b
      where ${seenVenue('b.id')} order by b.rank, b.id limit 1) found on true
  order by wanted.n`

type Place = {
  place_id: string
  kind: string
  name: string
  city: string | null
  address: string | null
  source: string
  venue_id: string | null
}

/** Places with the venues here that they are. */
export async function knownVenues<Thing extends Place>(
  db: Db,
  viewer: Viewer,
  places: Thing[],
): Promise<Thing[]> {
  if (places.length === 0) return []
  const found = await rows<{ id: string | null }>(db, venues, [
    viewer,
    places.map(({ place_id }) => (place_id.startsWith('osm:') ? place_id.slice(4) : null)),
    places.map(({ place_id, source }) => (source === 'google' ? place_id : null)),
    places.map(({ kind, name }) => (kind === 'city' ? null : name)),
    places.map(({ city }) => city),
    places.map(({ address }) => address),
  ])
  return places.map((place, n) => ({ ...place, venue_id: found[n]?.id ?? null }))
}

/** The venue here that is a place of OpenStreetMap or of Google's. */
export async function venueAt(
  db: Db,
  viewer: Viewer,
  place: { osm?: string; google?: string },
): Promise<string | undefined> {
  const { osm = null, google = null } = place
  const found = await rows<{ id: string | null }>(db, venues, [
    viewer,
    [osm],
    [google],
    [null],
    [null],
    [null],
  ])
  return found[0]?.id ?? undefined
}

/** The artist of that id in MusicBrainz, else one of that name who is not known to be another there. */
const artistHere = (mbid: string, name: string) => `
  select coalesce(a.merged_into, a.id) as id, 0 as rank from artists a where a.mbid = ${mbid}
  union all select coalesce(a.merged_into, a.id), 1 from artists a left join artists now on now.id = a.merged_into
    where a.name_key = fold(${name})
      and (coalesce(now.mbid, a.mbid) is null or ${mbid} is null or coalesce(now.mbid, a.mbid) = ${mbid})`

const artists = `
  select found.id from unnest($2::text[], $3::text[]) with ordinality wanted (mbid, name, n)
    left join lateral (select b.id from (${artistHere('wanted.mbid', 'wanted.name')}) b
      where ${seenArtist('b.id')} order by b.rank, b.id limit 1) found on true
  order by wanted.n`

type Named = { name: string; mbid: string | null; artist_id: string | null }

/** Artists with those here that they are. */
export async function knownArtists<Thing extends Named>(
  db: Db,
  viewer: Viewer,
  named: Thing[],
): Promise<Thing[]> {
  if (named.length === 0) return []
  const values = [viewer, named.map(({ mbid }) => mbid), named.map(({ name }) => name)]
  const found = await rows<{ id: string | null }>(db, artists, values)
  return named.map((one, n) => ({ ...one, artist_id: found[n]?.id ?? null }))
}

/** The show whose songs were taken from there, else that of the artist on the day. */
const shows = `
  select found.id from unnest($2::text[], $3::text[], $4::text[], $5::date[])
      with ordinality wanted (external, mbid, name, day, n)
    left join lateral (
      select s.id from (
        select l.show_id as id, 0 as rank from setlist_links l where l.external_id = wanted.external
        union all select p.show_id, 1 from (${artistHere('wanted.mbid', 'wanted.name')}) here
          join performances p on p.artist_id = here.id join shows o on o.id = p.show_id and o.show_date = wanted.day) b
        join shows s on s.id = b.id
      where ${seesShow('s')} order by b.rank, s.id limit 1) found on true
  order by wanted.n`

type Night = { external: string | null; artist: { name: string; mbid: string | null }; day: string | null }

/** The shows here that nights elsewhere are. */
export async function knownShows(db: Db, viewer: Viewer, nights: Night[]): Promise<(string | null)[]> {
  if (nights.length === 0) return []
  const found = await rows<{ id: string | null }>(db, shows, [
    viewer,
    nights.map(({ external }) => external),
    nights.map(({ artist }) => artist.mbid),
    nights.map(({ artist }) => artist.name),
    nights.map(({ day }) => day),
  ])
  return nights.map((_night, n) => found[n]?.id ?? null)
}
