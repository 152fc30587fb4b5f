import { refuse } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/system'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { sendProblem } from './problem.ts'
import type { Routes } from './route.ts'

const PATIENCE_MS = 900

/** True when the database answers a question now. */
async function databaseAnswers(pool: pg.Pool): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref())
  return Promise.race([
    pool.query('select 1').then(
      () => true,
      () => false,
    ),
    late,
  ])
}

/** How the process is: `health` says it lives, `status` says who it is. */
export function registerSystem(routes: Routes, pool: pg.Pool, version: string): void {
  routes(contract.health, async () => ({ status: 'ok' as const }))
  routes(contract.systemStatus, async () => ({
    name: 'ShareMyShows',
    version,
    status: (await databaseAnswers(pool)) ? ('ok' as const) : ('degraded' as const),
    uptime: Math.round(process.uptime() * 10) / 10,
    docs: '/api/docs',
  }))
}

/** The same for load balancers at the root: `/health` is alive, `/ready` may be sent traffic. */
export function registerProbes(http: FastifyInstance, pool: pg.Pool): void {
  http.get('/health', { schema: { hide: true } }, async () => ({ status: 'ok' as const }))
  http.get('/ready', { schema: { hide: true } }, async (request, reply) =>
    (await databaseAnswers(pool)) ? { status: 'ready' } : sendProblem(request, reply, refuse('unavailable')),
  )
}
