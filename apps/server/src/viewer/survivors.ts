import type { Db } from '../platform/db/connect.ts'
import { row } from '../platform/db/read.ts'
import type { Viewer } from '../platform/http/actor.ts'
import { seesShow } from './rule.ts'

const merged = {
  artist: `select a.merged_into as id from artists a where a.id = $2 and exists (select 1 from performances p
    join shows s on s.id = p.show_id where p.artist_id = a.merged_into and ${seesShow('s')})`,
  venue: `select v.merged_into as id from venues v where v.id = $2 and exists (select 1 from shows s
    where s.venue_id = v.merged_into and ${seesShow('s')})`,
  show: `select s.id from show_redirects r join shows s on s.id = r.new_id
    where r.old_id = $2 and ${seesShow('s')}`,
}

/** What one that was merged away has become, as far as the viewer sees it; for ids that are not found themselves. */
export async function survivorOf(
  db: Db,
  viewer: Viewer,
  kind: keyof typeof merged,
  id: string,
): Promise<string | undefined> {
  return (await row<{ id: string }>(db, merged[kind], [viewer, id]))?.id
}
