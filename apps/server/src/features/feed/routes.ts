import * as contract from '@sharemyshows/contract/feed'
import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { readFeed } from './views.ts'

export function feedRoutes(routes: Routes, db: Db): void {
  routes(contract.readFeed, async ({ actor, query }) =>
    readFeed(db, actor.id, { ...query, friends: query.friends === 'true' }),
  )
  routes(contract.readFriendsActivity, async ({ actor, query }) =>
    readFeed(db, actor.id, { ...query, friends: true }),
  )
}
