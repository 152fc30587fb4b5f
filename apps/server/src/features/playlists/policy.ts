import type { Db } from '../../platform/db/connect.ts'
import { rows } from '../../platform/db/read.ts'

const owned = `select e.track_id as id from library_entries e
  where e.person_id = $1::uuid and e.track_id = any($2::uuid[])`

/** True when all of these tracks are a person's: nobody puts what is not hers on a list. */
export async function ownsAll(db: Db, personId: string, ids: readonly string[]): Promise<boolean> {
  return (await rows(db, owned, [personId, ids])).length === new Set(ids).size
}
