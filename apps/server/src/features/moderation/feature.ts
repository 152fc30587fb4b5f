import type { Tx } from '../../platform/db/connect.ts'
import type { Leaver } from '../../platform/db/forget.ts'
import type { Routes } from '../../platform/http/route.ts'
import { type Deps, moderationRoutes } from './routes.ts'
import { blankWords, moveCases } from './store.ts'

/** Moderation: what people report, and what is decided about it. */
export function createModeration(options: Deps) {
  return {
    routes: (routes: Routes) => moderationRoutes(routes, options),
    moveToShow: moveCases,
    forget: async (tx: Tx, leaver: Leaver) => {
      await blankWords(tx, leaver)
      return false
    },
  }
}
