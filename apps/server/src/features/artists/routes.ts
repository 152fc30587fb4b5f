import * as contract from '@sharemyshows/contract/artists'
import { refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import { moved } from '../../platform/http/moved.ts'
import type { Routes } from '../../platform/http/route.ts'
import { survivorOf } from '../../viewer/survivors.ts'
import { listSongs, readArtist } from './views.ts'

export function artistRoutes(routes: Routes, db: Db): void {
  routes(
    contract.readArtist,
    async ({ actor, params, reply }) =>
      (await readArtist(db, viewerOf(actor), params.id)) ??
      moved(reply, await survivorOf(db, viewerOf(actor), 'artist', params.id)),
  )
  routes(contract.listSongsOfArtist, async ({ actor, params, query }) =>
    query.scope === 'mine' && actor === null
      ? refuse('unauthenticated')
      : listSongs(db, viewerOf(actor), params.id, query),
  )
}
