import type { SettingsChange } from '@sharemyshows/contract/instance'
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'

export type SettingsRow = Selectable<Tables['instance_settings']>

export const findSettings = (db: Db): Promise<SettingsRow> =>
  db.selectFrom('instance_settings').selectAll().executeTakeFirstOrThrow()

/** Locks the settings: whoever asks next waits until this transaction is done. */
export const lockSettings = (tx: Tx): Promise<SettingsRow> =>
  tx.selectFrom('instance_settings').selectAll().forUpdate().executeTakeFirstOrThrow()

export async function updateSettings(tx: Tx, change: SettingsChange): Promise<void> {
  await tx
    .updateTable('instance_settings')
    .set({ ...change, updated_at: new Date().toISOString() })
    .execute()
}
