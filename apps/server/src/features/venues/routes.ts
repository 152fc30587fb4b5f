import * as contract from '@sharemyshows/contract/venues'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import { moved } from '../../platform/http/moved.ts'
import type { Routes } from '../../platform/http/route.ts'
import { survivorOf } from '../../viewer/survivors.ts'
import { readVenue } from './views.ts'

export function venueRoutes(routes: Routes, db: Db): void {
  routes(
    contract.readVenue,
    async ({ actor, params, reply }) =>
      (await readVenue(db, viewerOf(actor), params.id)) ??
      moved(reply, await survivorOf(db, viewerOf(actor), 'venue', params.id)),
  )
}
