import type { Routes } from '../../platform/http/route.ts'
import { forgetExports } from './actions/drop-exports.ts'
import type { MakingDeps } from './actions/make-export.ts'
import { cron, jobs } from './jobs.ts'
import { transferRoutes } from './routes.ts'

/** Transfers: what somebody takes along. */
export function createTransfers(deps: Omit<MakingDeps, 'readAccount'>) {
  return {
    routes: (routes: Routes) => transferRoutes(routes, deps),
    jobs: jobs(deps),
    cron,
    forget: forgetExports,
  }
}
