import type { ArtistPage, SongPlayed } from '@sharemyshows/contract/artists'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { everyoneSeesShow, seesShow } from '../../viewer/rule.ts'
import { nights, photosOf, pointOf } from '../../viewer/shows-seen.ts'
import { readPlace, writePlace } from './rules.ts'

/** Shows with the artist that the viewer sees; `mine` says whether they are in her diary. */
const seen = `select s.id, s.venue_id, s.headliner_id, s.show_date, s.starts_at,
    is_over(s.starts_at, s.ends_at) as over, d.id is not null as mine
  from performances p join shows s on s.id = p.show_id
    left join attendances d on d.show_id = s.id and d.person_id = $1
  where p.artist_id = $2 and ${seesShow('s')}`

const artist = `
  with seen as materialized (${seen}), venues_played as (
    select v.id, v.name, v.city, v.country, ${pointOf('v')} as point, count(*)::int as shows,
      (count(*) filter (where seen.mine))::int as mine
    from seen join venues v on v.id = seen.venue_id where seen.over group by v.id
  )
  select a.id, a.name, a.mbid, numbers.*, exists (select 1 from performances p join shows s on s.id = p.show_id
      where p.artist_id = a.id and ${everyoneSeesShow('s')}) as is_public, ${photosOf('seen')} as photos,
    (select count(*)::int from venues_played) as venue_count,
    (select coalesce(json_agg(v order by v.mine desc, v.shows desc, v.name), '[]')
      from (select * from venues_played order by mine desc, shows desc, name limit 50) v) as venues
  from artists a cross join (${nights('seen')}) numbers
  where a.id = $2 and numbers.shows > 0`

type Row = Pick<ArtistPage, 'id' | 'name' | 'mbid' | 'is_public' | 'my' | 'venues' | 'photos'> & {
  shows: number
  upcoming: number
  venue_count: number
}

/** An artist of shows that the viewer sees; undefined when to her there is none. */
export async function readArtist(db: Db, viewer: Viewer, id: string): Promise<ArtistPage | undefined> {
  const found = await row<Row>(db, artist, [viewer, id])
  if (found === undefined) return undefined
  const { shows, upcoming, venue_count: venues, ...page } = found
  return { ...page, counts: { shows, upcoming, venues } }
}

/**
 * A song belongs to the artist when it says so, or says nothing and she was the headliner. Spellings that fold alike
 * are one song, named as it was last written.
 */
const songs = (whose: string, after: string) => `
  with seen as materialized (${seen})
  select * from (
    select fold(q.song_name) as key, (array_agg(q.song_name order by seen.show_date desc, q.song_name))[1] as song_name,
      count(distinct seen.id)::int as times, max(seen.show_date) as last_played
    from seen join setlist_songs q on q.show_id = seen.id
    where seen.over and not q.tape and ${whose} and case when q.artist_name is null then seen.headliner_id = $2
      else fold(q.artist_name) = (select a.name_key from artists a where a.id = $2) end
    group by 1) song
  where ${after}
  order by times desc, key limit $3`

const texts = {
  all: { first: songs('true', 'true'), next: songs('true', '(-times, key) > (-$4::int, $5)') },
  mine: { first: songs('seen.mine', 'true'), next: songs('seen.mine', '(-times, key) > (-$4::int, $5)') },
}

type SongRow = SongPlayed & { key: string }
type SongPage = { items: SongPlayed[]; next_cursor: string | null }
export type SongFilter = { scope: 'all' | 'mine'; limit: number; cursor?: string | undefined }

/** Songs of an artist, most often played first; refused when to the viewer there is no such artist. */
export async function listSongs(
  db: Db,
  viewer: Viewer,
  id: string,
  { scope, limit, cursor }: SongFilter,
): Promise<SongPage | Refusal> {
  const place = cursor === undefined ? undefined : readPlace(cursor)
  if (isRefusal(place)) return place
  const found =
    place === undefined
      ? await rows<SongRow>(db, texts[scope].first, [viewer, id, limit + 1])
      : await rows<SongRow>(db, texts[scope].next, [viewer, id, limit + 1, place.times, place.key])
  if (found.length === 0 && (await row(db, visible, [viewer, id])) === undefined) return refuse('not_found')
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ song_name, times, last_played }) => ({ song_name, times, last_played })),
    next_cursor: last === undefined ? null : writePlace(last),
  }
}

const visible = `select 1 from (${seen}) seen limit 1`
