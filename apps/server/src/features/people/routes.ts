import { refuse } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/people'
import type { Db } from '../../platform/db/connect.ts'
import { viewerThrough } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { readProfile } from './views.ts'

export function peopleRoutes(routes: Routes, db: Db): void {
  routes(
    contract.readProfile,
    async ({ actor, params, query }) =>
      (await readProfile(db, viewerThrough(query.as, actor), params.username)) ?? refuse('not_found'),
  )
}
