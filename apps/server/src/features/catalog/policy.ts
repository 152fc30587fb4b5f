import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { rows } from '../../platform/db/read.ts'
import { type Actor, isStaff } from '../../platform/http/actor.ts'
import { seesShow } from '../../viewer/rule.ts'

const stance = (shows: string) => `
  select exists (select 1 from ${shows} and ${seesShow('s')}) as seen,
    exists (select 1 from ${shows} and exists (select 1 from attendances d
      where d.show_id = s.id and d.person_id = $1)) as attends
  from unnest($2::uuid[]) as thing (id)`

const stances = {
  artist: stance('performances p join shows s on s.id = p.show_id where p.artist_id = thing.id'),
  venue: stance('shows s where s.venue_id = thing.id'),
}

/** Refuses who may not merge these artists or venues: it takes a show of each that she attended, or a moderator. */
export async function refuseMerge(
  db: Db,
  actor: Actor,
  kind: 'artist' | 'venue',
  ids: readonly string[],
): Promise<Refusal | undefined> {
  const sides = await rows<{ seen: boolean; attends: boolean }>(db, stances[kind], [actor.id, ids])
  if (sides.some(({ seen }) => !seen)) return refuse('not_found')
  return isStaff(actor) || sides.every(({ attends }) => attends) ? undefined : refuse('not_at_both')
}
