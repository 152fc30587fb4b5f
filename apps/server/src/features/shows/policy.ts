import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { type Actor, isStaff } from '../../platform/http/actor.ts'
import type { SeenShowId } from '../../viewer/gate.ts'
import { seesShow } from '../../viewer/rule.ts'

const stance = `select s.id, s.organizer_id is not null as organised, coalesce(s.organizer_id = $1, false)
      or exists (select 1 from event_staff t where t.show_id = s.id and t.person_id = $1) as organises,
    exists (select 1 from attendances a where a.show_id = s.id and a.person_id = $1) as attends
  from shows s where s.id = $2 and ${seesShow('s')}`

/** The show, for somebody who may change what all share: the staff of an organised one, else whoever attends. */
export async function requireEditor(db: Db, actor: Actor, showId: string): Promise<SeenShowId | Refusal> {
  type Stance = { id: SeenShowId; organised: boolean; organises: boolean; attends: boolean }
  const found = await row<Stance>(db, stance, [actor.id, showId])
  if (found === undefined) return refuse('not_found')
  if (found.organised) return found.organises || isStaff(actor) ? found.id : refuse('staff_only')
  return found.attends ? found.id : refuse('not_an_attendee')
}

const both = `select s.id, ${seesShow('s')} as seen,
    exists (select 1 from attendances a where a.show_id = s.id and a.person_id = $1) as attends
  from shows s where s.id = any($2::uuid[])`

/** The show that is to stay, for somebody who may merge the two: she attends both, or looks after everything. */
export async function requireBoth(
  db: Db,
  actor: Actor,
  fromId: string,
  intoId: string,
): Promise<SeenShowId | Refusal> {
  type Side = { id: SeenShowId; seen: boolean; attends: boolean }
  const sides = await rows<Side>(db, both, [actor.id, [fromId, intoId]])
  const stays = sides.find(({ id }) => id === intoId)
  if (stays === undefined || sides.length < 2 || sides.some(({ seen }) => !seen)) return refuse('not_found')
  return isStaff(actor) || sides.every(({ attends }) => attends) ? stays.id : refuse('not_at_both')
}
