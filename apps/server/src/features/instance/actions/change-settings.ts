import type { SettingsChange } from '@sharemyshows/contract/instance'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Audit } from '../../audit/feature.ts'
import { lockSettings, updateSettings } from '../store.ts'

/** Changes what was sent, and writes down what became different. */
export async function changeSettings(
  tx: Tx,
  audit: Audit,
  actor: Actor,
  change: SettingsChange,
): Promise<void> {
  const before = await lockSettings(tx)
  const fields = ['name', 'registration', 'organizers'] as const
  const changed = fields.filter((field) => change[field] !== undefined && change[field] !== before[field])
  if (changed.length === 0) return
  await updateSettings(tx, change)
  const details = Object.fromEntries(changed.map((field) => [field, change[field] ?? null]))
  await audit.record(tx, { actor: actor.id, act: 'settings_changed', details })
}
