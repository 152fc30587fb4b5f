import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'

/** Whoever blocked me does not exist for me, unless I had blocked her, too. */
const blockable = `select u.id from users u where u.id = $2
  and (not exists (select 1 from relationships r where r.kind = 'block' and r.from_id = u.id and r.to_id = $1::uuid)
    or exists (select 1 from relationships r where r.kind = 'block' and r.from_id = $1::uuid and r.to_id = u.id))`

/** True when the actor may know that there is such a person to block or to unblock. */
export const mayBlock = async (db: Db, actorId: string, personId: string): Promise<boolean> =>
  (await row<{ id: string }>(db, blockable, [actorId, personId])) !== undefined
