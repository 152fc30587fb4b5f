import * as contract from '@sharemyshows/contract/history'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { listRevisions } from './views.ts'

export function historyRoutes(routes: Routes, db: Db): void {
  routes(contract.listShowRevisions, async ({ actor, params, query }) =>
    listRevisions(db, viewerOf(actor), 'show', params.id, query),
  )
  routes(contract.listArtistRevisions, async ({ actor, params, query }) =>
    listRevisions(db, viewerOf(actor), 'artist', params.id, query),
  )
  routes(contract.listVenueRevisions, async ({ actor, params, query }) =>
    listRevisions(db, viewerOf(actor), 'venue', params.id, query),
  )
}
