import { z } from 'zod'
import type { Features } from '../music/feature.ts'

const share = z
  .number()
  .min(0)
  .max(100)
  .transform((percent) => percent / 100)
  .nullable()
  .catch(null)

/** "-5 dB" */
const decibels = z
  .string()
  .transform((text) => /^(-?\d+(?:\.\d+)?) ?dB$/.exec(text.trim())?.[1])
  .transform((number) => (number === undefined ? null : Number(number)))
  .nullable()
  .catch(null)

/**
 * What the service says of a song: shares in percent, the tempo in beats a minute, the loudness in words. Any field may be
 * absent, and one that is not as it should be is as good as absent.
 */
export const Analysis = z.object({
  happiness: share.default(null),
  energy: share.default(null),
  danceability: share.default(null),
  acousticness: share.default(null),
  instrumentalness: share.default(null),
  liveness: share.default(null),
  speechiness: share.default(null),
  tempo: z.number().min(20).max(400).nullable().catch(null).default(null),
  loudness: decibels.default(null),
})
export type Analysis = z.infer<typeof Analysis>

/** What becomes of a song by the status of the answer, null where there was none. */
export type Verdict = 'unknown' | 'too_much' | 'no_entry' | 'silent'

export function verdictOf(status: number | null): Verdict {
  if (status === 429) return 'too_much'
  if (status === 401 || status === 403) return 'no_entry'
  // asked again it would say the same
  if (status !== null && status >= 400 && status < 500 && status !== 408) return 'unknown'
  return 'silent'
}

/** Milliseconds from one question to the next. */
export const BETWEEN_MS = 1000
/** Milliseconds after an answer that it was too much, which a second in a row makes the end of the day; or after none. */
export const BACK_OFF_MS = 60_000
/** One who asks for more than this (ms) means the day. */
export const LONGEST_BACK_OFF_MS = 600_000
/** Songs in a row without an answer; then the service is left alone for an hour. */
export const MOST_SILENT = 3

/** How a song sounds, as the library keeps it. */
export const featuresOf = ({ happiness, ...features }: Analysis): Features => ({
  ...features,
  valence: happiness,
})
