import { refuse } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/system'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Storage } from '../storage/storage.ts'
import { sendProblem } from './problem.ts'
import type { Routes } from './route.ts'

const PATIENCE_MS = 900

/** Asking a store costs a call over the network, so one answer serves all who ask within this time. */
const KNOWN_MS = 5_000

/** What the process cannot do without; each tells whether it answers now. */
export type Needs = { database: () => Promise<boolean>; files: () => Promise<boolean> }

/** Whether database and storage answer, within a second. */
export function needsOf(pool: pg.Pool, storage: Pick<Storage, 'answers'>): Needs {
  let known: { until: number; files: Promise<boolean> } | undefined
  return {
    database: () =>
      inTime(
        pool.query('select 1').then(
          () => true,
          () => false,
        ),
      ),
    files() {
      if (known === undefined || known.until < performance.now()) {
        known = { until: performance.now() + KNOWN_MS, files: inTime(storage.answers()) }
      }
      return known.files
    },
  }
}

function inTime(answer: Promise<boolean>): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref())
  return Promise.race([answer, late])
}

/** How the process is: `health` says it lives, `status` says who it is. */
export function registerSystem(routes: Routes, needs: Needs, version: string): void {
  routes(contract.health, async () => ({ status: 'ok' as const }))
  routes(contract.systemStatus, async () => ({
    name: 'ShareMyShows',
    version,
    status: (await all(needs)) ? ('ok' as const) : ('degraded' as const),
    uptime: Math.round(process.uptime() * 10) / 10,
    docs: '/api/docs',
  }))
}

const all = async ({ database, files }: Needs) =>
  (await Promise.all([database(), files()])).every((answers) => answers)

/**
 * The same for load balancers at the root: `/health` is alive, `/ready` may be sent traffic. Without its files it still
 * may, because everything but pictures and recordings works, and no other process would have them either.
 */
export function registerProbes(http: FastifyInstance, needs: Needs): void {
  http.get('/health', { schema: { hide: true } }, async () => ({ status: 'ok' as const }))
  http.get('/ready', { schema: { hide: true } }, async (request, reply) =>
    (await needs.database())
      ? { status: 'ready', files: (await needs.files()) ? 'ready' : 'unavailable' }
      : sendProblem(request, reply, refuse('unavailable')),
  )
}
