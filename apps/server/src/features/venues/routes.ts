import { refuse } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/venues'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { readVenue } from './views.ts'

export function venueRoutes(routes: Routes, db: Db): void {
  routes(
    contract.readVenue,
    async ({ actor, params }) => (await readVenue(db, viewerOf(actor), params.id)) ?? refuse('not_found'),
  )
}
