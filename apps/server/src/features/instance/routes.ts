import * as contract from '@sharemyshows/contract/instance'
import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Audit } from '../audit/feature.ts'
import { changeSettings } from './actions/change-settings.ts'
import { readInstance, readSettings, type Told } from './views.ts'

export type Deps = { db: Db; audit: Audit; told: Told }

export function instanceRoutes(routes: Routes, { db, audit, told }: Deps): void {
  routes(contract.readInstance, async () => readInstance(db, told))
  routes(contract.readSettings, async () => readSettings(db))
  routes(contract.changeSettings, async ({ actor, body, write }) =>
    write(async (tx) => {
      await changeSettings(tx, audit, actor, body)
      return readSettings(tx)
    }),
  )
}
