import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { hearComment } from './listeners.ts'
import { feedRoutes } from './routes.ts'
import { insertActivity, moveActivities } from './store.ts'

export type Feed = ReturnType<typeof createFeed>

/** The feed: what people do that those who follow them like to hear of. */
export function createFeed({ db }: { db: Db }) {
  return {
    note: insertActivity,
    hearComment,
    moveToShow: moveActivities,
    routes: (routes: Routes) => feedRoutes(routes, db),
  }
}
