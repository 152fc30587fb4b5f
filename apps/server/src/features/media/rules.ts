import type { CaptureTime } from '../../platform/images/index.ts'

/** Requests that may wait for a rendition at a time, and how long each does. */
export const MOST_WAITING = 500
export const WAIT_MS = 10_000

const MOST_NAME_CHARS = 255
// controls, and what turns the direction of writing: `gpj.exe` must not read as `exe.jpg`
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** What the sender called the file, fit to be shown again: its last part, at most 255 characters; else null. */
export function shownName(sent: string): string | null {
  const base = sent.split(/[/\\]/).at(-1) ?? ''
  const name = base.toWellFormed().normalize('NFC').replaceAll(UNSEEN, '').trim()
  return [...name].slice(0, MOST_NAME_CHARS).join('') || null
}

/** Where a file lies; the last characters of an id are random, so that the folders fill evenly. */
export const storageKey = (id: string, extension: string): string =>
  `media/${id.slice(-2)}/${id}.${extension}`

/** What tells a file from every other: keys are never used twice. */
export const tagOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

/** When a photo was taken, as far as the camera said. */
export type Moment =
  | { source: 'exif'; at: string }
  | { source: 'exif_local'; local: string }
  | { source: 'upload' }

/** A camera that knows its offset names a moment; one that does not names a time on a clock somewhere. */
export function momentOf(taken: CaptureTime | null): Moment {
  if (taken === null) return { source: 'upload' }
  const local = `${taken.local}.${String(taken.millisecond).padStart(3, '0')}`
  if (taken.offset === null) return { source: 'exif_local', local }
  return { source: 'exif', at: new Date(`${local}${taken.offset}`).toISOString() }
}

/** A place in a list by time: microseconds since 1970 and an id. */
export type Place = { time: number; id: string }

export const writeCursor = ({ time, id }: Place): string => Buffer.from(`${time}.${id}`).toString('base64url')

/** The place a cursor stands for; null when we never wrote it. */
export function readCursor(cursor: string): Place | null {
  const text = Buffer.from(cursor, 'base64url').toString()
  const found = /^(-?\d{1,16})\.([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/.exec(text)
  return found === null ? null : { time: Number(found[1]), id: found[2] ?? '' }
}
