import * as contract from '@sharemyshows/contract/instance'
import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Audit } from '../audit/feature.ts'
import { changeSettings } from './actions/change-settings.ts'
import { type MailWays, readInstance, readSettings, type Told } from './views.ts'

export type Deps = { db: Db; audit: Audit; ways: MailWays; map: Told['map'] }

export function instanceRoutes(routes: Routes, { db, audit, ways, map }: Deps): void {
  routes(contract.readInstance, async () => readInstance(db, { ...ways, map }))
  routes(contract.readSettings, async () => readSettings(db))
  routes(contract.changeSettings, async ({ actor, body, write }) =>
    write(async (tx) => {
      await changeSettings(tx, audit, actor, body)
      return readSettings(tx)
    }),
  )
}
