import type { Routes } from '../../platform/http/route.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'
import type { AnalysisDeps } from './actions/run-analysis.ts'
import { analysisJobs, cron, jobs } from './jobs.ts'
import { hearReady } from './listeners.ts'
import { analysisRoutes, type RouteDeps } from './routes.ts'

/** Analysis: what the engine finds in recordings, and the Sound Lab that is made of it. */
export function createAnalysis(deps: AnalysisDeps & RouteDeps) {
  return {
    routes: (routes: Routes) => analysisRoutes(routes, deps),
    jobs: jobs(deps),
    analysisJobs: analysisJobs(deps),
    cron,
    start: () => enqueue(deps.db, 'tend-analyses', {}, { key: 'tend-analyses' }),
    hearReady,
  }
}
