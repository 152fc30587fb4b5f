import type { Db } from '../../platform/db/connect.ts'
import { rows } from '../../platform/db/read.ts'
import { seersOfShow } from '../../viewer/gate.ts'

/** In a long conversation those who spoke last hear how it goes on. */
const MOST_CONVERSING = 200

const conversing = `select person_id from (
    select organizer_id as person_id from shows where id = $1
    union all select person_id from event_staff where show_id = $1
    union all select author_id from (select author_id from comments
      where show_id = $1 and author_id is not null and deleted_at is null
      group by author_id order by max(created_at) desc limit ${MOST_CONVERSING}) spoke) x
  where person_id is not null`

/** Those who take part in what is said under a show, as far as they see it: its organiser and staff, and who spoke. */
export async function findConversing(db: Db, showId: string): Promise<string[]> {
  const found = await rows<{ person_id: string }>(db, conversing, [showId])
  return seersOfShow(
    db,
    found.map(({ person_id }) => person_id),
    showId,
  )
}
