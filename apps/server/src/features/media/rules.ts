import type { MediaKind } from '@sharemyshows/contract/media'
import type { CaptureTime } from '../../platform/images/index.ts'
import type { Probe } from '../../platform/transcode/transcoder.ts'

/** Requests that may wait for a rendition at a time, and how long each does. */
export const MOST_WAITING = 500
export const WAIT_MS = 10_000

/** How long what was deleted can be restored. */
export const GRACE_MINUTES = 15

const MOST_NAME_CHARS = 255
// controls, and what turns the direction of writing: `gpj.exe` must not read as `exe.jpg`
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** What the sender called the file, fit to be shown again: its last part, at most 255 characters; else null. */
export function shownName(sent: string): string | null {
  const base = sent.split(/[/\\]/).at(-1) ?? ''
  const name = base.toWellFormed().normalize('NFC').replaceAll(UNSEEN, '').trim()
  return [...name].slice(0, MOST_NAME_CHARS).join('') || null
}

/** What of a medium's bytes can be asked for: the original, or a rendition by its name. */
export type Part = 'original' | 'thumbnail' | 'preview' | 'display' | 'stream' | 'waveform' | 'mp4'

/** What stands for a medium where it is asked for as bytes, to all but its owner. */
export const BEST = { photo: 'display', audio: 'stream', video: 'mp4' } as const satisfies Record<
  MediaKind,
  Part
>

const MOST_CAPTION_CHARS = 80

/**
 * What a file is called when it is saved: for its owner after what she called it, or its caption, else by its kind and
 * id; the extension is that of the bytes.
 */
export function downloadName(
  medium: { id: string; kind: MediaKind; own: boolean; fileName: string | null; caption: string | null },
  key: string,
): string {
  const { id, kind, own, fileName, caption } = medium
  const said = caption?.replaceAll(/[/\\\s]+/g, ' ').slice(0, MOST_CAPTION_CHARS)
  const name = own ? (fileName?.replace(/\.[^.]{1,8}$/, '') ?? shownName(said ?? '')) : null
  return `${name || `${kind}-${id}`}${key.slice(key.lastIndexOf('.'))}`
}

/** Where a file lies; the last characters of an id are random, so that the folders fill evenly. */
export const storageKey = (id: string, extension: string): string =>
  `media/${id.slice(-2)}/${id}.${extension}`

/** What tells a file from every other: keys are never used twice. */
export const tagOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

/** What is known of a medium that comes from elsewhere: when it was added there, and when it was made. */
export type Brought = {
  capturedAt: string | null
  source: 'exif' | 'exif_local' | 'container' | 'file' | 'upload' | null
  createdAt: string
}

/** When a medium was made, as far as the camera or else the file's own date says; a container is read later. */
export type Moment =
  | { source: 'exif' | 'file'; at: string }
  | { source: 'exif_local'; local: string }
  | { source: 'upload' }

/** File dates from before digital cameras, or from the future, tell of a wrong clock. */
const FIRST_FILES = Date.UTC(1990)
const DAY_MS = 86_400_000

const isPlausible = (date: Date, now: Date) =>
  date.getTime() >= FIRST_FILES && date.getTime() <= now.getTime() + DAY_MS

/** A camera that knows its offset names a moment; one that does not names a time on a clock somewhere. */
export function momentOf(taken: CaptureTime | null, lastModified?: Date, now = new Date()): Moment {
  if (taken === null) {
    if (lastModified === undefined || !isPlausible(lastModified, now)) return { source: 'upload' }
    return { source: 'file', at: lastModified.toISOString() }
  }
  const local = `${taken.local}.${String(taken.millisecond).padStart(3, '0')}`
  if (taken.offset === null) return { source: 'exif_local', local }
  return { source: 'exif', at: new Date(`${local}${taken.offset}`).toISOString() }
}

/** What a recording says of itself, as far as it is believed. */
export function factsOf(probe: Probe, fileSize: number, now = new Date()) {
  const { duration, bitrate, video, point, tags, recordedAt } = probe
  const begun = recordedAt === null ? null : begunOf(recordedAt, now)
  return {
    duration_ms: Math.round(duration * 1000),
    bitrate: Math.min(bitrate ?? Math.round((fileSize * 8) / Math.max(duration, 0.001)), MOST_BITRATE),
    tags: Object.values(tags).some((tag) => tag !== null) ? tags : null,
    ...(video && { width: video.width, height: video.height }),
    ...(point && { latitude: point.latitude, longitude: point.longitude }),
    ...(begun && { begun }),
  }
}

/** What the column holds. */
const MOST_BITRATE = 2 ** 31 - 1

/** A moment with its offset, or the time on a clock at the venue where the container knows no offset. */
function begunOf(written: string, now: Date): { at: string } | { local: string } | null {
  const hasOffset = /(?:Z|[+-]\d\d:\d\d)$/.test(written)
  const date = new Date(hasOffset ? written : `${written}Z`)
  if (!isPlausible(date, now)) return null
  return hasOffset ? { at: date.toISOString() } : { local: written }
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
