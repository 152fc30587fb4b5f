import type { Probe } from './transcoder.ts'

/** What a container says of itself, by FFmpeg's names, which differ in case from one container to the next. */
export type Metadata = Readonly<Record<string, string>>

type Said = Pick<Probe, 'recordedAt' | 'point' | 'tags'>

/** Longest text taken over from a file; some carry whole booklets. */
const MOST_CHARACTERS = 500

/** When the clocks of containers begin: MP4, Unix, Matroska. A camera that knows no time says one of these. */
const EPOCHS = new Set(['1904-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2001-01-01T00:00:00Z'])

/** Reads what counts out of a container's metadata; the first that says something wins, so put the container's first. */
export function readMetadata(all: readonly Metadata[]): Said {
  const said = new Map<string, string>()
  for (const [name, value] of all.flatMap((each) => Object.entries(each))) {
    const key = name.toLowerCase()
    if (value.trim() !== '' && !said.has(key)) said.set(key, value)
  }
  const first = (...keys: string[]) => keys.map((key) => said.get(key)).find((value) => value !== undefined)
  const text = (...keys: string[]) => plain(first(...keys))
  return {
    recordedAt:
      moment(first('com.apple.quicktime.creationdate')) ??
      moment(first('creation_time')) ??
      clock(first('date'), first('creation_time')),
    point: point(first('com.apple.quicktime.location.iso6709', 'location', 'location-eng')),
    tags: {
      title: text('title'),
      artist: text('artist', 'album_artist'),
      album: text('album'),
      date: text('date', 'year', 'originaldate'),
    },
  }
}

/** One line without control characters, or nothing. */
function plain(value = ''): string | null {
  const line = value.replace(/\p{Cc}+/gu, ' ').trim()
  return [...line].slice(0, MOST_CHARACTERS).join('').trim() || null
}

const MOMENT = /^((?:19|2\d)\d\d-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)/

/** A moment as RFC 3339 with the offset it was written with. */
function moment(value = ''): string | null {
  const [, day, time, zone] = MOMENT.exec(value) ?? []
  if (!day || !time || !zone) return null
  const written = `${day}T${time}${zone.replace(/^(.\d\d):?(\d\d)$/, '$1:$2')}`
  if (Number.isNaN(Date.parse(written)) || EPOCHS.has(written)) return null
  // 30 February is a day in March to JavaScript
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? written : null
}

/** What field recorders (EBU 3285: day and time apart) and AVI cameras write, by a clock that knows no offset. */
function clock(day = '', time = ''): string | null {
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(time)) return clock(time.slice(0, 10), time.slice(11))
  const [date, hour] = [day.replaceAll(/[_:. ]/g, '-'), time.replaceAll(/[-_. ]/g, ':')]
  return /^\d\d:\d\d:\d\d$/.test(hour) ? (moment(`${date}T${hour}Z`)?.slice(0, -1) ?? null) : null
}

const POINT = /^([+-]\d{2,6}(?:\.\d+)?)([+-]\d{3,7}(?:\.\d+)?)/

/** A place as ISO 6709 writes it: degrees, with minutes and seconds, if any, run together. */
function point(value = ''): Probe['point'] {
  const [, north, east] = POINT.exec(value) ?? []
  if (!north || !east) return null
  const latitude = degrees(north, 2)
  const longitude = degrees(east, 3)
  // phones without a fix write zeros
  if (latitude === 0 && longitude === 0) return null
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

function degrees(written: string, digits: 2 | 3): number {
  const sign = written.startsWith('-') ? -1 : 1
  const [whole = '', fraction = ''] = written.slice(1).split('.')
  const parts = [whole.slice(0, digits), whole.slice(digits, digits + 2), whole.slice(digits + 2)].filter(
    Boolean,
  )
  const last = parts.length - 1
  const sum = parts.reduce(
    (total, part, index) => total + Number(index === last ? `${part}.${fraction || 0}` : part) / 60 ** index,
    0,
  )
  return sign * Number(sum.toFixed(7))
}
