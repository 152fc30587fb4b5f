const MINUTE = 60
const DAY = 86_400

/** Life of tokens in seconds: an access token, a refresh token left idle, a session at most. */
export const ACCESS_SECONDS = 30 * MINUTE
export const REFRESH_IDLE_SECONDS = 7 * DAY
export const SESSION_SECONDS = 30 * DAY

/** Two tabs that refresh at the same moment both succeed; later reuse ends the session. */
export const REFRESH_GRACE_SECONDS = 10

/** Sign-ins that may fail in a quarter of an hour: for one name from one address, and from one address in all. */
export const FAILURES_PER_NAME = 10
export const FAILURES_PER_ADDRESS = 100
export const FAILURE_WINDOW_SECONDS = 15 * MINUTE

/** RFC 3339 time `seconds` from now. */
export const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString()

/** Fewer guesses than this and a password is on every list (zxcvbn's estimate). */
export const FEWEST_GUESSES = 1e6
