import type { ProfileChange } from '@sharemyshows/contract/accounts'
import type { z } from 'zod'

const MINUTE = 60
const DAY = 86_400
export const DAY_SECONDS = DAY

/** Life of tokens in seconds: an access token, a refresh token left idle, a session at most. */
export const ACCESS_SECONDS = 30 * MINUTE
export const REFRESH_IDLE_SECONDS = 7 * DAY
export const SESSION_SECONDS = 30 * DAY

/** Two tabs that refresh at the same moment both succeed; later reuse ends the session. */
export const REFRESH_GRACE_SECONDS = 10

/**
 * Passwords that may be wrong in a quarter of an hour: for one name from one address, from one address in all, and within
 * a session where they are asked again.
 */
export const FAILURES_PER_NAME = 10
export const FAILURES_PER_ADDRESS = 100
export const FAILURES_PER_SESSION = 10
export const FAILURE_WINDOW_SECONDS = 15 * MINUTE

/** Wrong ones for one name in an hour, wherever from, after which addresses it is unknown at have one try. */
export const FAILURES_ANYWHERE = 100
/** How long an address from which somebody signed in is known. */
export const KNOWN_ADDRESS_SECONDS = 30 * DAY

/** The time of last use of a session may lag so much. */
export const TOUCH_SECONDS = 5 * MINUTE

/** How long mailed links work. */
export const LINK_SECONDS = { verify_email: 7 * DAY, reset_password: 30 * MINUTE, change_email: DAY }
/** Links that ran out are still told from unknown ones for so long. */
export const LINK_REMEMBERED_SECONDS = 7 * DAY
/** Links of one kind are mailed to a person so far apart, and so many in a day. */
export const LINK_PAUSE_SECONDS = MINUTE
export const LINKS_A_DAY = 10

/** RFC 3339 time `seconds` from now. */
export const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString()

/** Fewer guesses than this and a password is on every list (zxcvbn's estimate). */
export const FEWEST_GUESSES = 1e6

/** Addresses are one whatever their capitals, as the database compares them. */
export const isSameAddress = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase()

/** Life of a mailed code and of a sign-in that waits for its second step, in seconds. */
export const CODE_SECONDS = 10 * MINUTE
export const TICKET_SECONDS = 10 * MINUTE

/** Codes that may be wrong for one account and purpose, counted from the first of them for so long. */
export const MOST_WRONG_CODES = 5
export const TRIES_SECONDS = 15 * MINUTE

/** Codes and sign-ins that ran out are remembered so long, to tell a spent code from a wrong one. */
export const SPENT_SECONDS = DAY

/** Another code may be asked for after this time; each of those within half an hour doubles it, up to the longest. */
export const RESEND_SECONDS = MINUTE
const LONGEST_RESEND_SECONDS = 15 * MINUTE
const RESENDS_COUNTED_SECONDS = 30 * MINUTE

/** So many sign-ins within half an hour are mailed a code at once; after that they wait as others do. */
export const QUICK_SIGN_INS = 5

/** Codes of apps (RFC 6238): their step, and how many steps a clock may be wrong. */
export const TOTP_PERIOD_SECONDS = 30
export const TOTP_WINDOW = 1

/** How many recovery codes there are, and the letters they are made of (Crockford's, which are not mistaken). */
export const RECOVERY_CODES = 10
export const RECOVERY_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** An account that began with two-step sign-in and never came back with the first code is kept so long. */
export const UNPROVEN_SECONDS = 7 * DAY

/** Seconds to wait after so many codes within half an hour. */
export const pauseAfter = (sent: number): number =>
  sent === 0 ? 0 : Math.min(RESEND_SECONDS * 2 ** (sent - 1), LONGEST_RESEND_SECONDS)

/** How many codes were sent within half an hour, and the seconds until the next may be; times in milliseconds. */
export function pauseAt(now: number, sentAt: readonly number[]): { sent: number; pause: number } {
  const recent = sentAt.filter((time) => time > now - RESENDS_COUNTED_SECONDS * 1000)
  const sent = recent.length
  const over = Math.max(...recent) + pauseAfter(sent) * 1000
  return { sent, pause: sent === 0 ? 0 : Math.max(0, Math.ceil((over - now) / 1000)) }
}

/** Six digits as they are compared, however they were typed; null when they are something else. */
export function digitsOf(typed: string): string | null {
  const digits = typed.replaceAll(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

/** A recovery code as it is compared: blanks, dashes and case do not count, and look-alikes are what they look like. */
export const recoveryCodeOf = (typed: string): string =>
  typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')

/** What is asked for first of the second steps that are on: an app before mail. */
export const preferredOf = <Kind extends 'email' | 'totp'>(kinds: readonly Kind[]): Kind | null =>
  kinds.find((kind) => kind === 'totp') ?? kinds[0] ?? null

/** A profile as everybody begins with it. */
export const BEGINNING = {
  display_name: null,
  bio: null,
  home_city: null,
  time_zone: null,
  profile_audience: 'public',
  default_audience: 'public',
  default_media_audience: 'public',
  found_by_email: true,
} as const satisfies z.output<typeof ProfileChange>

/** Nothing said is nothing said, however it is written. */
export const isSameValue = (one: unknown, other: unknown): boolean => (one || null) === (other || null)
