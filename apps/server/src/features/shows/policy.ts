import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { SeenShowId } from '../../viewer/gate.ts'
import { seesShow } from '../../viewer/rule.ts'

const stance = `select s.id, s.organizer_id is not null as organised, s.organizer_id = $1 as organises,
    exists (select 1 from attendances a where a.show_id = s.id and a.person_id = $1) as attends
  from shows s where s.id = $2 and ${seesShow('s')}`

export const isStaff = ({ role }: Pick<Actor, 'role'>): boolean => role === 'moderator' || role === 'admin'

/** The show, for somebody who may change what all share: the staff of an organised one, else whoever attends. */
export async function requireEditor(db: Db, actor: Actor, showId: string): Promise<SeenShowId | Refusal> {
  type Stance = { id: SeenShowId; organised: boolean; organises: boolean; attends: boolean }
  const found = await row<Stance>(db, stance, [actor.id, showId])
  if (found === undefined) return refuse('not_found')
  if (found.organised) return found.organises || isStaff(actor) ? found.id : refuse('staff_only')
  return found.attends ? found.id : refuse('not_an_attendee')
}
