import * as contract from '@sharemyshows/contract/catalog'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { suggestArtists, suggestCities, suggestVenues } from './views.ts'

export function catalogRoutes(routes: Routes, db: Db): void {
  routes(contract.suggestArtists, async ({ actor, query }) => ({
    items: await suggestArtists(db, viewerOf(actor), query.q, query.limit),
  }))
  routes(contract.suggestVenues, async ({ actor, query }) => ({
    items: await suggestVenues(db, viewerOf(actor), query.q, query.limit),
  }))
  routes(contract.suggestCities, async ({ query }) => ({
    items: await suggestCities(db, query.q, query.limit),
  }))
}
