import type { Db, Tx } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { SeenShowId } from '../../viewer/gate.ts'
import { seesShow } from '../../viewer/rule.ts'
import { pointOf } from '../../viewer/shows-seen.ts'
import type { Lookups } from '../lookups/feature.ts'

/** A show as others can be asked about it: who played, and on which day there. */
export type Night = { show_date: string; artist_name: string | null; mbid: string | null; taken: string[] }

const night = `select s.show_date, a.name as artist_name, a.mbid,
    array(select l.external_id from setlist_links l where l.show_id = s.id and l.provider = 'setlistfm') as taken
  from shows s left join artists a on a.id = s.headliner_id where s.id = $1`

/** Undefined when the show has just gone. */
export const findNight = (db: Db, show: SeenShowId): Promise<Night | undefined> => row(db, night, [show])

const artist = `select a.name from artists a where a.id = $2 and exists (select 1 from performances p
  join shows s on s.id = p.show_id where p.artist_id = a.id and ${seesShow('s')})`

/** The name of an artist of shows that the person sees. */
export const findArtist = async (db: Db, personId: string, id: string): Promise<string | undefined> =>
  (await row<{ name: string }>(db, artist, [personId, id]))?.name

export type Whereabouts = { name: string; city: string | null; country: string | null }

const venue = `select v.name, v.city, v.country from venues v where v.id = $2
  and exists (select 1 from shows s where s.venue_id = v.id and ${seesShow('s')})`

/** What a venue is called and in which town, if there are shows that the person sees. */
export const findVenue = (db: Db, personId: string, id: string): Promise<Whereabouts | undefined> =>
  row(db, venue, [personId, id])

export type Town = Parameters<Lookups['ofTown']>[0]

const towns = `select c.id, c.name, c.country, ${pointOf('c')} as point, c.time_zone from cities c
  where c.name_key in (fold($1), fold($1) || ' city') and ($2::text is null or c.country = $2)
  order by c.population desc limit 3`

/** The towns that a name can mean, the largest first. */
export const findTowns = (db: Db, city: string, country: string | null): Promise<Town[]> =>
  rows(db, towns, [city, country])

export type Link = { external_id: string; version_id: string | null; url: string }

/** Writes down where the songs of a show were taken from. */
export async function writeLink(tx: Tx, show: string, link: Link): Promise<void> {
  const taken_at = new Date().toISOString()
  const { version_id, url } = link
  await tx
    .insertInto('setlist_links')
    .values({ ...link, show_id: show, provider: 'setlistfm', taken_at })
    .onConflict((same) =>
      same.columns(['show_id', 'provider', 'external_id']).doUpdateSet({ version_id, url, taken_at }),
    )
    .execute()
}

/** Forgets where the songs of a show were taken from, which are gone. */
export async function dropLinks(tx: Tx, show: string): Promise<void> {
  await tx.deleteFrom('setlist_links').where('show_id', '=', show).execute()
}

/** Has links follow the songs of one show that have become those of another. */
export async function moveLinks(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await dropLinks(tx, intoId)
  await tx.updateTable('setlist_links').set({ show_id: intoId }).where('show_id', '=', fromId).execute()
}
