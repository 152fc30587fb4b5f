import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'

/** True where people choose themselves to be organisers, and nobody has to be asked. */
export async function isChosenFreely(db: Db): Promise<boolean> {
  const found = await row<{ free: boolean }>(
    db,
    `select organizers = 'chosen' as free from instance_settings`,
    [],
  )
  return found?.free ?? false
}

/** Those who decide. */
export const findAdmins = async (db: Db): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      db,
      "select id from users where role = 'admin' and suspended_at is null and leaves_at is null",
      [],
    )
  ).map(({ id }) => id)
