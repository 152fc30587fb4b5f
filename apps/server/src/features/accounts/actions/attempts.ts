import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from '../../../platform/http/network.ts'
import {
  FAILURE_WINDOW_SECONDS,
  FAILURES_ANYWHERE,
  FAILURES_PER_ADDRESS,
  FAILURES_PER_NAME,
  FAILURES_PER_SESSION,
  KNOWN_ADDRESS_SECONDS,
} from '../rules.ts'
import { hashToken } from './tokens.ts'

/** One try, counted before it is judged: a hundred at once are no more than one after the other. */
export type Claim = {
  /** Seconds to wait before the next try; 0 when this one may be judged. */
  wait: number
  /** True once an hour for an account whose sign-ins are refused. */
  noteworthy: boolean
  /** It was no failure: takes back what was counted. */
  succeeded: () => Promise<void>
}

export type Attempts = {
  /** A sign-in for an account, or for a name that nobody has, from an address. */
  signIn(account: string, ip: string): Promise<Claim>
  /** A password asked again within a session. */
  confirm(account: string, sessionId: string): Promise<Claim>
}

const free: Claim = { wait: 0, noteworthy: false, succeeded: async () => {} }

/**
 * Wrong passwords, counted in the database so that a restart forgives nothing, under hashes so that it names nobody.
 *
 * - An account and an address have ten tries in a quarter of an hour. Whoever guesses from elsewhere locks nobody out.
 *   Names that do not exist are counted alike, and an IPv6 address counts as its /64.
 * - An address has a hundred for all accounts together.
 * - Against guesses from very many addresses: after a hundred wrong ones for an account within an hour, an address from
 *   which nobody ever signed in to it has one try in place of ten. Each guess then costs an address of its own, while
 *   the owner's first try is judged wherever she is, and her usual places keep all ten.
 */
export function createAttempts(pool: pg.Pool, secret: string, enabled: boolean): Attempts {
  if (!enabled) return { signIn: async () => free, confirm: async () => free }
  const limiter = (keyPrefix: string, points: number, duration = FAILURE_WINDOW_SECONDS) =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix,
      points,
      duration,
    })
  const here = limiter('login-here', FAILURES_PER_NAME)
  const address = limiter('login-address', FAILURES_PER_ADDRESS)
  const anywhere = limiter('login-anywhere', FAILURES_ANYWHERE, 3600)
  const known = limiter('login-known', 1, KNOWN_ADDRESS_SECONDS)
  const noted = limiter('login-noted', 1, 3600)
  const session = limiter('confirm', FAILURES_PER_SESSION)
  const keyOf = (...parts: string[]) => hashToken(secret, parts.join('|')).toString('base64url')

  const refused = ({ msBeforeNext }: RateLimiterRes, noteworthy: boolean): Claim => ({
    ...free,
    wait: Math.max(1, Math.ceil(msBeforeNext / 1000)),
    noteworthy,
  })

  return {
    async signIn(account, ip) {
      const network = networkOf(ip)
      const [person, place] = [keyOf(account.toLowerCase()), keyOf(network)]
      const both = keyOf(account.toLowerCase(), network)
      const [tried, all, visited] = await Promise.all([
        take(here, both),
        anywhere.get(person),
        known.get(both),
      ])
      const crowded = (all?.consumedPoints ?? 0) >= FAILURES_ANYWHERE && visited === null
      const most = crowded ? 1 : FAILURES_PER_NAME
      const fromHere = tried.consumedPoints > most ? undefined : await take(address, place)
      if (fromHere === undefined || fromHere.consumedPoints > FAILURES_PER_ADDRESS) {
        return refused(fromHere ?? tried, (await take(noted, person)).consumedPoints === 1)
      }
      await anywhere.penalty(person)
      return {
        ...free,
        succeeded: async () => {
          await Promise.all([
            here.delete(both),
            address.reward(place),
            anywhere.reward(person),
            known.set(both, 1, KNOWN_ADDRESS_SECONDS),
          ])
        },
      }
    },
    async confirm(account, sessionId) {
      const key = keyOf(account, sessionId)
      const tried = await take(session, key)
      if (tried.consumedPoints > FAILURES_PER_SESSION) return refused(tried, false)
      return { ...free, succeeded: async () => void (await session.delete(key)) }
    },
  }
}

/** Counts one and tells where that leads, over the limit or not. */
async function take(limiter: RateLimiterPostgres, key: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key)
  } catch (state) {
    if (state instanceof RateLimiterRes) return state
    throw state
  }
}
