import type { LimitClass } from '@sharemyshows/contract/endpoint'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

const MINUTE = 60
const HOUR = 3600

/** Requests in so many seconds, by class; reads are generous, whatever costs a hash or a disk is not. */
const most: Record<LimitClass, { points: number; duration: number }> = {
  read: { points: 1200, duration: MINUTE },
  write: { points: 240, duration: MINUTE },
  search: { points: 300, duration: MINUTE },
  upload: { points: 240, duration: MINUTE },
  // of 8 MB each: faster than most lines
  part: { points: 1200, duration: MINUTE },
  auth: { points: 60, duration: MINUTE },
  export: { points: 10, duration: HOUR },
  // what reaches people who did not ask for it
  invite: { points: 120, duration: HOUR },
  chat: { points: 120, duration: MINUTE },
  analysis: { points: 120, duration: HOUR },
  // some fifty milliseconds of a core each
  detect: { points: 60, duration: MINUTE },
}

export type Limiter = (limit: LimitClass, who: string) => Promise<{ retryAfter: number } | null>

/** Counts in memory by address or account; null when the request may pass, else seconds to wait. */
export function createLimiter(enabled: boolean): Limiter {
  if (!enabled) return async () => null
  const limiters = Object.fromEntries(
    Object.entries(most).map(([name, limit]) => [name, new RateLimiterMemory(limit)]),
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
