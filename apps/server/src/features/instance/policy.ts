import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'

/** True until there is an account: whoever makes the first one looks after this server. */
export async function isEmpty(db: Db): Promise<boolean> {
  const found = await row<{ empty: boolean }>(db, 'select not exists (select 1 from users) as empty', [])
  return found?.empty ?? false
}
