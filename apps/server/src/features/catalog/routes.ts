import * as contract from '@sharemyshows/contract/catalog'
import { isRefusal, refuse } from '@sharemyshows/contract/errors'
import * as merging from '@sharemyshows/contract/merging'
import type { Db } from '../../platform/db/connect.ts'
import { type Actor, isStaff, viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { type MergeDeps, mergeArtists, mergeVenues } from './actions/merge.ts'
import {
  listArtistDuplicates,
  listTowns,
  listVenueDuplicates,
  readArtist,
  readVenue,
  readWhereabouts,
  suggestArtists,
  suggestCities,
  suggestVenues,
} from './views.ts'

const looksAfterAll = (actor: Actor | null) => actor !== null && isStaff(actor)

export function catalogRoutes(routes: Routes, { db, ...deps }: MergeDeps & { db: Db }): void {
  routes(contract.suggestArtists, async ({ actor, query }) => ({
    items: await suggestArtists(db, viewerOf(actor), query.q, query.limit),
  }))
  routes(contract.suggestVenues, async ({ actor, query }) => ({
    items: await suggestVenues(db, viewerOf(actor), query.q, query.limit),
  }))
  routes(contract.suggestCities, async ({ query }) => ({
    items: await suggestCities(db, query.q, query.limit),
  }))
  routes(contract.listTowns, async ({ query }) => ({ items: await listTowns(db, query.bbox) }))
  routes(contract.nearestCity, async ({ query }) => readWhereabouts(db, query.near))
  routes(
    merging.listArtistDuplicates,
    async ({ actor, params }) =>
      (await listArtistDuplicates(db, viewerOf(actor), params.id, looksAfterAll(actor))) ??
      refuse('not_found'),
  )
  routes(
    merging.listVenueDuplicates,
    async ({ actor, params }) =>
      (await listVenueDuplicates(db, viewerOf(actor), params.id, looksAfterAll(actor))) ??
      refuse('not_found'),
  )
  routes(merging.mergeArtist, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const id = await mergeArtists(tx, deps, actor, params.id, body.into)
      return isRefusal(id) ? id : ((await readArtist(tx, id)) ?? refuse('not_found'))
    }),
  )
  routes(merging.mergeVenue, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const id = await mergeVenues(tx, deps, actor, params.id, body.into)
      return isRefusal(id) ? id : ((await readVenue(tx, id)) ?? refuse('not_found'))
    }),
  )
}
