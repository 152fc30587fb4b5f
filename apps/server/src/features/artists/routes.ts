import * as contract from '@sharemyshows/contract/artists'
import { refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { listSongs, readArtist } from './views.ts'

export function artistRoutes(routes: Routes, db: Db): void {
  routes(
    contract.readArtist,
    async ({ actor, params }) => (await readArtist(db, viewerOf(actor), params.id)) ?? refuse('not_found'),
  )
  routes(contract.listSongsOfArtist, async ({ actor, params, query }) =>
    query.scope === 'mine' && actor === null
      ? refuse('unauthenticated')
      : listSongs(db, viewerOf(actor), params.id, query),
  )
}
