import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { rows } from '../../platform/db/read.ts'
import { type Actor, isStaff } from '../../platform/http/actor.ts'
import { seesShow } from '../../viewer/rule.ts'

const attended = 'exists (select 1 from attendances d where d.show_id = s.id and d.person_id = $1)'

const stance = (shows: string) => `
  select exists (select 1 from ${shows} and ${seesShow('s')}) as seen,
    exists (select 1 from ${shows} and ${attended}) as attends,
    exists (select 1 from ${shows} and case when s.organizer_id is null then ${attended}
      else s.organizer_id = $1 or exists (select 1 from event_staff t
        where t.show_id = s.id and t.person_id = $1) end) as edits
  from unnest($2::uuid[]) as thing (id)`

const stances = {
  artist: stance('performances p join shows s on s.id = p.show_id where p.artist_id = thing.id'),
  venue: stance('shows s where s.venue_id = thing.id'),
}

type Kind = keyof typeof stances
/** `edits`: she may change a show of it. */
type Side = { seen: boolean; attends: boolean; edits: boolean }

const sidesOf = (db: Db, actor: Actor, kind: Kind, ids: readonly string[]) =>
  rows<Side>(db, stances[kind], [actor.id, ids])

/** Refuses who may not merge these artists or venues: it takes a show of each that she attended, or a moderator. */
export async function refuseMerge(
  db: Db,
  actor: Actor,
  kind: Kind,
  ids: readonly string[],
): Promise<Refusal | undefined> {
  const sides = await sidesOf(db, actor, kind, ids)
  if (sides.some(({ seen }) => !seen)) return refuse('not_found')
  return isStaff(actor) || sides.every(({ attends }) => attends) ? undefined : refuse('not_at_both')
}

/**
 * Refuses who may not say more of an artist or a venue: it takes a show that she attended, or a moderator. Where a venue is
 * concerns what happens there, so that of one known by organised shows alone it takes their staff.
 */
export async function refuseTelling(
  db: Db,
  actor: Actor,
  kind: Kind,
  id: string,
): Promise<Refusal | undefined> {
  const [side] = await sidesOf(db, actor, kind, [id])
  if (!side?.seen) return refuse('not_found')
  if (isStaff(actor) || (kind === 'artist' ? side.attends : side.edits)) return undefined
  return refuse(side.attends ? 'staff_only' : 'not_an_attendee')
}
