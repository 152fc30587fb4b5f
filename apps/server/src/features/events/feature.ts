import type { Tx } from '../../platform/db/connect.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { type TellDeps, tellMoved } from './actions/tell-answered.ts'
import { type Deps, eventRoutes } from './routes.ts'

/** Events: shows that an organiser looks after. */
export function createEvents(options: Deps & TellDeps) {
  return {
    /** Tells those who answered that it takes place elsewhere or at another time. */
    moved: (tx: Tx, actor: Actor, showId: string) => tellMoved(tx, options, actor, showId),
    routes: (routes: Routes) => eventRoutes(routes, options),
  }
}
