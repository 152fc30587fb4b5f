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
