import { type Kind, search } from '@sharemyshows/contract/search'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { findAll } from './views.ts'

export function searchRoutes(routes: Routes, db: Db): void {
  routes(search, async ({ actor, query: { kinds, ...query } }) =>
    findAll(db, viewerOf(actor), { ...query, kinds: kinds.split(',') as Kind[] }),
  )
}
