import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { FriendDeps } from './actions/befriend.ts'
import { part, unpart } from './actions/part.ts'
import { friendRoutes } from './routes.ts'

export type Friends = Pick<ReturnType<typeof createFriends>, 'part' | 'unpart'>

/** Friends: who asks whom, who follows whom, and who is to be found. */
export function createFriends(deps: FriendDeps & { db: Db }) {
  return {
    routes: (routes: Routes) => friendRoutes(routes, deps),
    part,
    unpart,
  }
}
