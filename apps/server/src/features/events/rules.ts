import type { EventChange, Poster } from '@sharemyshows/contract/events'
import type { Bounds } from '@sharemyshows/contract/fields'
import type { Finding } from '../search/feature.ts'

const HOUR_MS = 3_600_000
/** An event without a known end lasts so long, as `is_over` has it. */
const USUAL_LENGTH_MS = 4 * HOUR_MS
const MOST_LENGTH_MS = 31 * 24 * HOUR_MS
const DOORS_BEFORE_MS = 24 * HOUR_MS
const ARRIVALS_BEFORE_MS = 3 * HOUR_MS

const shifted = (moment: string, by: number): string => new Date(Date.parse(moment) + by).toISOString()

/** When an event is over. */
export const endOf = (starts_at: string, ends_at: string | null): string =>
  ends_at ?? shifted(starts_at, USUAL_LENGTH_MS)

/** From when on arrivals are taken. */
export const arrivalOpensAt = (starts_at: string): string => shifted(starts_at, -ARRIVALS_BEFORE_MS)

export type Times = { starts_at: string; doors_at: string | null; ends_at: string | null }

/** What is wrong with the times of an event, as a field and a sentence; undefined when nothing is. */
export function faultOfTimes({
  starts_at,
  doors_at,
  ends_at,
}: Times): [field: string, says: string] | undefined {
  const [start, doors, end] = [starts_at, doors_at, ends_at].map((time) => time && Date.parse(time))
  if (typeof start !== 'number') return undefined
  if (typeof doors === 'number' && (doors > start || doors < start - DOORS_BEFORE_MS)) {
    return ['doors_at', 'Doors open before the start, by 24 hours at most']
  }
  if (typeof end === 'number' && (end <= start || end > start + MOST_LENGTH_MS)) {
    return ['ends_at', 'It ends after the start, within 31 days']
  }
  return undefined
}

/** Doors and end at the same distance from another start. */
export function timesMovedTo(times: Times, starts_at: string): Times {
  const by = Date.parse(starts_at) - Date.parse(times.starts_at)
  const { doors_at, ends_at } = times
  return {
    starts_at,
    doors_at: doors_at && shifted(doors_at, by),
    ends_at: ends_at && shifted(ends_at, by),
  }
}

/** What a venue is called whose name nobody gave: what its address begins with. */
export const nameFromAddress = (address: string | null | undefined): string | undefined =>
  address?.split(',')[0]?.trim() || undefined

/** A poster's pictures fit squares of so many pixels. */
export const SIDES = ['320', '800', '1600'] as const
export type Side = (typeof SIDES)[number]

/** Where posters lie in the storage. */
export const FOLDER = 'posters'

/** Where a picture of a poster lies; the last characters of an id are random, so that the folders fill evenly. */
export const keyOf = (poster: string, side: Side): string =>
  `${FOLDER}/${poster.slice(-2)}/${poster}-${side}.webp`

/** All that is kept of a poster. */
export const keysOf = (poster: string): string[] => SIDES.map((side) => keyOf(poster, side))

/** The poster that a key of ours belongs to; empty for what never was one. */
export const posterOfKey = (key: string): string => /\/([\da-f-]{36})-\d+\.webp$/.exec(key)?.[1] ?? ''

export type PosterRow = {
  id: string
  poster: string | null
  poster_width: number | null
  poster_height: number | null
  poster_placeholder: string | null
  poster_color: string | null
}

/** A poster as the wire has it. */
export function posterOf(row: PosterRow): Poster | null {
  if (row.poster === null) return null
  const at = (side: Side) => `/api/v1/events/${row.id}/poster?size=${side}&v=${row.poster}`
  return {
    thumbnail: at('320'),
    preview: at('800'),
    display: at('1600'),
    width: row.poster_width ?? 0,
    height: row.poster_height ?? 0,
    placeholder: row.poster_placeholder,
    color: row.poster_color,
  }
}

type Point = { latitude: number; longitude: number }

/** Narrowing that list and map share; days are in the venue's zone. */
export type Narrowing = {
  near?: Point | undefined
  radius_km?: number | undefined
  bbox?: Bounds | undefined
  from?: string | undefined
  to?: string | undefined
  category?: string | undefined
  q?: string | undefined
}

/** Where events come from, and whether the viewer may have them, as SQL about rows of shows `s`. */
export type Source = { from: string; sees: string }

export type Picking = {
  narrowing: Narrowing
  /** When no day is named: those to come or running (if not said otherwise), those that are over, or all. */
  when?: 'upcoming' | 'past' | 'all' | undefined
  order: 'date' | 'distance'
  direction?: 'asc' | 'desc'
  /** Rows, and rows to pass over. */
  limit: number
  offset?: number
  /** Where the page before ended: its moment or its distance. */
  after?: { at: string; id: string } | undefined
}

const times: Record<'upcoming' | 'past' | 'all', string[]> = {
  upcoming: [`s.starts_at > now() - interval '31 days'`, 'not is_over(s.starts_at, s.ends_at)'],
  past: ['s.starts_at < now()', 'is_over(s.starts_at, s.ends_at)'],
  all: [],
}

/** A day of a venue begins and ends up to 14 hours from that of UTC: the moments a day wider are for the index. */
const inDays = (from: string | undefined, to: string | undefined, when: keyof typeof times): string[] => [
  ...(from === undefined
    ? times[when]
    : [`s.show_date >= ${from}::date`, `s.starts_at >= (${from}::date - 2)::timestamptz`]),
  ...(to === undefined ? [] : [`s.show_date <= ${to}::date`, `s.starts_at < (${to}::date + 2)::timestamptz`]),
]

const EARTH_KM = 6378.168
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres from the middle of a part of the map to its farthest corner, with some to spare. */
function reachOf({ west, south, east, north }: Bounds): Point & { km: number } {
  const width = (east - west + 360) % 360
  const latitude = (south + north) / 2
  const longitude = ((west + width / 2 + 540) % 360) - 180
  const far = Math.max(
    ...[south, north].map((corner) => {
      const [a, b] = [radians(latitude), radians(corner)]
      return Math.acos(
        Math.min(1, Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(radians(width / 2))),
      )
    }),
  )
  return { latitude, longitude, km: far * EARTH_KM * 1.1 + 1 }
}

/** Parts of the map wider than this are read in the order of time, smaller ones by the index of places. */
const WIDE_KM = 1000

/**
 * The query that picks the ids of a page, from fixed pieces of text; `$1` is the viewer, and `values` are for `$2` and
 * on. Rows are `id`, `at` and `apart`, the chord from `near` in metres on the unit earth, null without it.
 */
export function picking(
  find: Finding,
  { from, sees }: Source,
  { narrowing, when = 'upcoming', order, direction = 'asc', limit, offset = 0, after }: Picking,
): { text: string; values: unknown[] } {
  const values: unknown[] = []
  const use = (value: unknown) => `$${values.push(value) + 1}`
  const used = (value: string | undefined) => (value === undefined ? undefined : use(value))
  const point = ({ latitude, longitude }: Point) =>
    `ll_to_earth(${use(latitude)}::float8, ${use(longitude)}::float8)::cube`
  const { near, radius_km = 25, bbox, category, q } = narrowing
  const where = ['s.organizer_id is not null', ...inDays(used(narrowing.from), used(narrowing.to), when)]
  const within = (middle: string, km: number) => {
    const chord = `gc_to_sec(${use(km * 1000)}::float8)`
    return [`s.pos <@ cube_enlarge(${middle}, ${chord}, 3)`, `s.pos <-> ${middle} <= ${chord}`]
  }
  const middle = near && point(near)
  const apart = middle === undefined ? 'null::float8' : `s.pos <-> ${middle}`
  if (middle !== undefined) where.push(...within(middle, radius_km))
  if (bbox !== undefined) {
    const [west, east] = [`s.longitude >= ${use(bbox.west)}`, `s.longitude <= ${use(bbox.east)}`]
    where.push(`s.latitude between ${use(bbox.south)} and ${use(bbox.north)}`)
    where.push(bbox.west <= bbox.east ? `${west} and ${east}` : `(${west} or ${east})`)
    const reach = reachOf(bbox)
    if (reach.km < WIDE_KM) where.push(...within(point(reach), reach.km).slice(0, 1))
  }
  if (category !== undefined) where.push(`s.category_key = fold(${use(category)})`)
  const byDistance = order === 'distance' && middle !== undefined
  const key = byDistance ? apart : 's.starts_at'
  if (after !== undefined) {
    const type = byDistance ? 'float8' : 'timestamptz'
    where.push(
      `(${key}, s.id) ${direction === 'asc' ? '>' : '<'} (${use(after.at)}::${type}, ${use(after.id)}::uuid)`,
    )
  }
  const [most, skipped] = [`${use(limit)}::int`, `${use(offset)}::int`]
  if (q === undefined || byDistance) {
    if (q !== undefined) where.push(`s.words like all ((select like_words(${use(q)}))::text[])`)
    const text = `select s.id, s.starts_at as at, ${apart} as apart from ${from}
      where ${[...where, sees].join(' and ')} order by ${key} ${direction}, s.id ${direction} limit ${most} offset ${skipped}`
    return { text, values }
  }
  const text = find({
    from,
    at: 's.starts_at',
    id: 's.id',
    where,
    lazily: [sees],
    words: { q: use(q) },
    similar: false,
    direction,
    limit: most,
    offset: skipped,
  })
  return {
    text: `select found.id, found.at, ${apart} as apart from (${text}) found join shows s on s.id = found.id`,
    values,
  }
}

/** Only what was said. */
export function said<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as { [Key in keyof T]?: Exclude<T[Key], undefined> }
}

const meeting = [
  'artists',
  'venue_name',
  'venue_city',
  'venue_country',
  'location',
  'location_address',
] as const satisfies (keyof EventChange)[]

/** True when a change concerns who plays where on which day; where nobody plays it is the title that counts. */
export const isMeetingTouched = (
  written: EventChange,
  before: { headliner_id: string | null; show_date: string },
  show_date: string,
): boolean =>
  meeting.some((field) => written[field] !== undefined) ||
  before.show_date !== show_date ||
  (before.headliner_id === null && written.title !== undefined)
