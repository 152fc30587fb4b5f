import type { Instance, Settings } from '@sharemyshows/contract/instance'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import { findSettings } from './store.ts'

/** What everybody may know of the configuration. */
export type Told = Pick<Instance, 'mail' | 'mailbox' | 'map' | 'asks' | 'imports'>

const everybody = `select name, registration, organizers, exists (select 1 from users) as founded
  from instance_settings`

/** What everybody may know of this server. */
export async function readInstance(db: Db, told: Told): Promise<Instance> {
  const found = await row<Omit<Instance, keyof Told>>(db, everybody, [])
  if (found === undefined) throw new Error('an instance without settings')
  return { ...found, ...told }
}

/** The settings, for admins. */
export async function readSettings(db: Db): Promise<Settings> {
  const { name, registration, organizers, updated_at } = await findSettings(db)
  return { name, registration, organizers, updated_at } as Settings
}
