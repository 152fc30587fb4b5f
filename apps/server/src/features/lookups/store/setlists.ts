import type { LookedUpSetlist } from '@sharemyshows/contract/lookups'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import { seesAttendance, seesProfile, seesShow } from '../../../viewer/rule.ts'

// Nights of this server with what was played, the latest first.

const PAGE = 20

/** Whose nights: `artist` is whom each is told of, `played` the songs that count, and `sung` leaves out nights without. */
type Whose = { from: string; artist: string; where: string; played?: string; sung?: boolean }

const setlists = ({ from, artist, where, played = 'true', sung = false }: Whose) => `
  select s.id, coalesce(a.name, s.title) as artist_name, a.mbid, v.name as venue_name, v.city, v.country, s.show_date,
    s.updated_at, (select coalesce(json_agg(json_build_object('song_name', q.song_name, 'encore', q.encore,
        'set', q.set_number, 'cover_of', q.cover_of, 'guest', q.guest, 'tape', q.tape, 'notes', q.notes)
        order by q.position), '[]') from setlist_songs q where q.show_id = s.id and ${played}) as songs
  from ${from} join venues v on v.id = s.venue_id left join artists a on a.id = ${artist}
  where ${where} and ${seesShow('s')}
    ${sung ? `and exists (select 1 from setlist_songs q where q.show_id = s.id and ${played})` : ''}
  order by s.show_date desc, s.id desc limit ${PAGE + 1} offset $3`

/** A song belongs to the artist when it says so, or says nothing and she was the headliner. */
const hers = `case when q.artist_name is null then s.headliner_id = p.artist_id
  else fold(q.artist_name) = (select b.name_key from artists b where b.id = p.artist_id) end`
const ofArtist = (called: string) =>
  setlists({
    from: 'performances p join shows s on s.id = p.show_id',
    artist: 'p.artist_id',
    where: `p.artist_id in (select coalesce(named.merged_into, named.id) from artists named where ${called})`,
    played: hers,
    sung: true,
  })

const texts = {
  show: setlists({ from: 'shows s', artist: 's.headliner_id', where: 's.id = $2' }),
  mbid: ofArtist('named.mbid = $2'),
  name: ofArtist('named.name_key = fold($2)'),
  venue: setlists({
    from: 'shows s',
    artist: 's.headliner_id',
    where:
      's.venue_id = (select coalesce(named.merged_into, named.id) from venues named where named.id = $2)',
    sung: true,
  }),
  person: setlists({
    from: 'attendances d join shows s on s.id = d.show_id',
    artist: 's.headliner_id',
    where: `d.person_id = $2 and is_over(s.starts_at, s.ends_at) and ${seesAttendance('d')}`,
  }),
}

type Row = Pick<LookedUpSetlist, 'id' | 'show_date' | 'songs' | 'updated_at'> & {
  artist_name: string | null
  mbid: string | null
  venue_name: string
  city: string | null
  country: string | null
}
export type OwnSetlists = { items: LookedUpSetlist[]; next: number | null }

/** A page of nights: of an artist by her id in MusicBrainz or by name, at a venue, or of a person's diary; or one show. */
export async function listOwnSetlists(
  db: Db,
  viewer: Viewer,
  whose: keyof typeof texts,
  key: string,
  page = 1,
): Promise<OwnSetlists> {
  const found = await rows<Row>(db, texts[whose], [viewer, key, (page - 1) * PAGE])
  return { items: found.slice(0, PAGE).map(setlistOf), next: found.length > PAGE ? page + 1 : null }
}

const setlistOf = ({ id, artist_name, mbid, venue_name, city, country, ...row }: Row): LookedUpSetlist => ({
  ...row,
  id,
  show_id: id,
  version_id: null,
  artist: { name: artist_name ?? '', mbid },
  venue: { name: venue_name, city, country },
  tour: null,
  notes: null,
  url: null,
  source: 'catalogue',
})

const person = `select u.id from users u where u.username = $2 and ${seesProfile('u')}`

/** The person of that name whose profile is open to the viewer. */
export const findPerson = async (db: Db, viewer: Viewer, username: string): Promise<string | undefined> =>
  (await row<{ id: string }>(db, person, [viewer, username]))?.id

const linked = `select s.id from setlist_links l join shows s on s.id = l.show_id
  where l.provider = 'setlistfm' and l.external_id = $2 and ${seesShow('s')} order by s.id limit 1`

/** The show that took its songs from this setlist. */
export const findTaken = async (db: Db, viewer: Viewer, externalId: string): Promise<string | undefined> =>
  (await row<{ id: string }>(db, linked, [viewer, externalId]))?.id
