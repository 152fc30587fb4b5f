import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'

/** True for somebody who has an account. */
export const isThere = async (db: Db, id: string): Promise<boolean> =>
  (await row(db, 'select true as there from users where id = $1', [id])) !== undefined
