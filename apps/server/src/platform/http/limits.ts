import type { LimitClass } from '@sharemyshows/contract/endpoint'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

/** Requests a minute by class; reads are generous, whatever costs a hash or a disk is not. */
const perMinute: Record<LimitClass, number> = { read: 1200, write: 240, search: 300, upload: 240, auth: 60 }

export type Limiter = (limit: LimitClass, who: string) => Promise<{ retryAfter: number } | null>

/** Counts in memory by address or account; null when the request may pass, else seconds to wait. */
export function createLimiter(enabled: boolean): Limiter {
  if (!enabled) return async () => null
  const limiters = Object.fromEntries(
    Object.entries(perMinute).map(([name, points]) => [
      name,
      new RateLimiterMemory({ points, duration: 60 }),
    ]),
  ) as Record<LimitClass, RateLimiterMemory>
  return async (limit, who) => {
    try {
      await limiters[limit].consume(who)
      return null
    } catch (refused) {
      return { retryAfter: Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000)) }
    }
  }
}
