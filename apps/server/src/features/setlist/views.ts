import type { SetlistSong } from '@sharemyshows/contract/setlist'
import type { Db } from '../../platform/db/connect.ts'
import { rows } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { seesShow } from '../../viewer/rule.ts'

/** One row of nothing for a show without songs, no row when the viewer does not see the show. */
const songs = `select q.id, s.id as show_id, q.song_name, q.position as song_order,
    coalesce(q.artist_name, a.name) as artist_name, q.encore, q.notes, q.created_at, q.updated_at
  from shows s join artists a on a.id = s.headliner_id left join setlist_songs q on q.show_id = s.id
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
