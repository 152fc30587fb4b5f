import type { Routes } from '../../platform/http/route.ts'
import { bringRules, bringSample, takeRulesBack, takeSampleBack } from './actions/bring-moods.ts'
import { moodRoutes, type RouteDeps } from './routes.ts'
import { rulesOf } from './views/rules.ts'

export type Moods = Omit<ReturnType<typeof createMoods>, 'routes'>

/** Moods: what was read from a face or chosen by a person, and what music fits which mood for her. */
export function createMoods(deps: RouteDeps) {
  return {
    rulesOf: (personId: string) => rulesOf(deps.db, personId),
    /** What somebody brings along of moods elsewhere. */
    bringSample,
    takeSampleBack,
    bringRules,
    takeRulesBack,
    routes: (routes: Routes) => moodRoutes(routes, deps),
  }
}
