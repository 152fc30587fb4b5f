import type pg from 'pg'
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible'
import { FAILURE_WINDOW_SECONDS, FAILURES_PER_ADDRESS, FAILURES_PER_NAME } from '../rules.ts'

/** Failed sign-ins, counted in the database so that a restart forgives nothing. */
export type Attempts = {
  /** Seconds to wait before the next try; 0 when it may go on. */
  waitFor(identifier: string, ip: string): Promise<number>
  failed(identifier: string, ip: string): Promise<void>
  succeeded(identifier: string, ip: string): Promise<void>
}

const free: Attempts = { waitFor: async () => 0, failed: async () => {}, succeeded: async () => {} }

/**
 * The limit for a name counts one address only: whoever guesses from elsewhere cannot lock the owner out. Names that
 * do not exist are counted alike.
 */
export function createAttempts(pool: pg.Pool, enabled: boolean): Attempts {
  if (!enabled) return free
  const common = {
    storeClient: pool,
    tableName: 'rate_limits',
    tableCreated: true,
    duration: FAILURE_WINDOW_SECONDS,
  }
  const byName = new RateLimiterPostgres({ ...common, keyPrefix: 'login-name', points: FAILURES_PER_NAME })
  const byAddress = new RateLimiterPostgres({
    ...common,
    keyPrefix: 'login-ip',
    points: FAILURES_PER_ADDRESS,
  })
  const nameKey = (identifier: string, ip: string) => `${identifier.toLowerCase()}|${ip}`
  const swallow = () => {}
  return {
    waitFor: async (identifier, ip) => {
      const states = await Promise.all([byName.get(nameKey(identifier, ip)), byAddress.get(ip)])
      const used = (state: RateLimiterRes | null, most: number) =>
        state !== null && state.consumedPoints >= most ? Math.ceil(state.msBeforeNext / 1000) : 0
      return Math.max(used(states[0], FAILURES_PER_NAME), used(states[1], FAILURES_PER_ADDRESS))
    },
    failed: async (identifier, ip) => {
      await Promise.all([
        byName.consume(nameKey(identifier, ip)).catch(swallow),
        byAddress.consume(ip).catch(swallow),
      ])
    },
    succeeded: async (identifier, ip) => {
      await byName.delete(nameKey(identifier, ip))
    },
  }
}
