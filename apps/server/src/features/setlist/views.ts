import type { SetlistSong } from '@sharemyshows/contract/setlist'
import type { SetlistSource } from '@sharemyshows/contract/whole-setlist'
import type { z } from 'zod'
import type { Db } from '../../platform/db/connect.ts'
import { rows } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { seesShow } from '../../viewer/rule.ts'

/** One row of nothing for a show without songs, no row when the viewer does not see the show. */
const songs = `select q.id, s.id as show_id, q.song_name, q.position as song_order,
    coalesce(q.artist_name, a.name, s.title) as artist_name, q.encore, q.set_number as "set", q.cover_of, q.guest, q.tape,
    q.notes, q.created_at, q.updated_at
  from shows s left join artists a on a.id = s.headliner_id left join setlist_songs q on q.show_id = s.id
  where s.id = $2 and ${seesShow('s')} order by q.position`

/** The songs of a show in order; undefined when to this viewer the show does not exist. */
export async function readSetlist(
  db: Db,
  viewer: Viewer,
  showId: string,
): Promise<SetlistSong[] | undefined> {
  const found = await rows<SetlistSong>(db, songs, [viewer, showId])
  return found.length === 0 ? undefined : found.filter((song) => song.id !== null)
}

/** The nearest nights with songs on one side of the show, found by walking the headliner's index from its date. */
const nearest = (side: string, direction: string) => `(select o.id, o.show_date, o.venue_id from shows o
  where o.headliner_id = s.headliner_id and o.show_date ${side} s.show_date and o.id <> s.id
    and (select true from setlist_songs any_song where any_song.show_id = o.id limit 1) and ${seesShow('o')}
  order by o.show_date ${direction} limit 8)`

const sources = `select near.id as show_id, coalesce(a.name, s.title) as artist_name, v.name as venue_name, v.city as venue_city,
    near.show_date, near.show_date = s.show_date as same_day,
    (select count(*)::int from setlist_songs q where q.show_id = near.id) as songs,
    array(select q.song_name from setlist_songs q where q.show_id = near.id order by q.position limit 3) as first_songs
  from shows s left join artists a on a.id = s.headliner_id
    left join lateral (${nearest('>=', 'asc')} union all ${nearest('<', 'desc')}) near on true
    left join venues v on v.id = near.venue_id
  where s.id = $2 and ${seesShow('s')} order by abs(near.show_date - s.show_date), near.show_date, near.id`

/** Other nights of the headliner whose setlists could be copied, nearest first; undefined as in `readSetlist`. */
export async function listSources(
  db: Db,
  viewer: Viewer,
  showId: string,
): Promise<z.output<typeof SetlistSource>[] | undefined> {
  const found = await rows<z.output<typeof SetlistSource>>(db, sources, [viewer, showId])
  return found.length === 0 ? undefined : found.filter(({ show_id }) => show_id !== null)
}
