import * as contract from '@sharemyshows/contract/moods'
import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Audit } from '../audit/feature.ts'
import { rulesOf } from './views/rules.ts'

export type RouteDeps = { db: Db; audit: Audit }

export function moodRoutes(routes: Routes, { db }: RouteDeps): void {
  routes(contract.listMoodRules, async ({ actor }) => ({
    items: Object.values(await rulesOf(db, actor.id)),
  }))
}
