import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import type { SeenShowId } from '../../viewer/gate.ts'
import { seesShow } from '../../viewer/rule.ts'

const attends = `select s.id, exists (select 1 from attendances a where a.show_id = s.id and a.person_id = $1) as attends
  from shows s where s.id = $2 and ${seesShow('s')}`

/** The show, for somebody who attends it: the people who may change what is said of it. */
export async function requireAttendee(
  db: Db,
  personId: string,
  showId: string,
): Promise<SeenShowId | Refusal> {
  const found = await row<{ id: SeenShowId; attends: boolean }>(db, attends, [personId, showId])
  if (found === undefined) return refuse('not_found')
  return found.attends ? found.id : refuse('not_an_attendee')
}
