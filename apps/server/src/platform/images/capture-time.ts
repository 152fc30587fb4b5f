/** When a photo was taken, by the camera's own clock. */
export type CaptureTime = {
  /** Wall-clock time at the camera, `YYYY-MM-DDTHH:MM:SS`. */
  local: string
  /** 0 to 999. */
  millisecond: number
  /** `+02:00`, or null when the camera did not say; the venue's zone applies then. */
  offset: string | null
  /** The EXIF tag it comes from. */
  source: 'DateTimeOriginal' | 'DateTimeDigitized'
}

const DAY_MS = 86_400_000

/** What cameras write when their clock was never set. */
const UNSET_CLOCKS = new Set(['1970-01-01T00:00:00', '1980-01-01T00:00:00'])

/**
 * Reads an EXIF date, its sub-seconds and its offset.
 * @param now dates more than two days after it are taken for a wrong clock
 * @returns null when there is no such moment, before 1950, or never set
 */
export function readCaptureTime(
  tags: { date?: string; subSec?: string; offset?: string },
  source: CaptureTime['source'],
  now: Date,
): CaptureTime | null {
  const found = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(tags.date ?? '')
  if (!found) return null
  const [, year, month, day, hour, minute, second] = found
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const moment = new Date(`${local}Z`)
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(local)
  if (!exists || Number(year) < 1950 || UNSET_CLOCKS.has(local)) return null
  if (moment.getTime() > now.getTime() + 2 * DAY_MS) return null
  return { local, millisecond: readMillisecond(tags.subSec), offset: readOffset(tags.offset), source }
}

/** EXIF writes the digits after the decimal point: `5` is half a second. */
function readMillisecond(subSec = ''): number {
  const digits = /^\d+/.exec(subSec.trim())?.[0] ?? ''
  return Number(digits.slice(0, 3).padEnd(3, '0'))
}

function readOffset(offset = ''): string | null {
  if (offset.trim() === 'Z') return '+00:00'
  const found = /^([+-])(\d\d):?([0-5]\d)/.exec(offset.trim())
  if (!found || Number(found[2]) > 14) return null
  return `${found[1]}${found[2]}:${found[3]}`
}
