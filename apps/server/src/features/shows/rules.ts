import type { Attendance } from '@sharemyshows/contract/attendance'
import type { Venue } from '@sharemyshows/contract/catalog'
import type { Audience } from '@sharemyshows/contract/fields'
import type { ShowSearch } from '@sharemyshows/contract/search'
import type { Show, ShowChange, ShowFilter } from '@sharemyshows/contract/shows'
import type { Finding } from '../search/feature.ts'

/** Two venues closer than this are one place under two names. */
export const SAME_PLACE_METRES = 300

/** A show as it is entered or changed: everything may be absent. Without an artist nobody is on the bill. */
export type Written = Omit<ShowChange, 'artist_name'> & { artist_name?: string | null | undefined }

const ASSUMED_TIME = '20:00'

/** What is shared of a show, as it stands. */
export type Facts = {
  title: string | null
  venue_id: string
  headliner_id: string | null
  show_date: string
  show_time: string | null
  starts_at: string
  time_zone: string
  organised: boolean
  /** An event's own point as text, to be compared. */
  spot: string | null
  venue_name: string
  address: string | null
  city: string | null
  state: string | null
  country: string | null
  latitude: number | null
  longitude: number | null
  /** Names on the bill, the headliner first. */
  artists: string[]
}

/** Shared facts under the names they have on the wire: those of the meeting itself, and those of its venue. */
export function factsOnWire(facts: Facts) {
  const [artist_name = null, ...support] = facts.artists
  return {
    meeting: {
      artist_name,
      support,
      venue_name: facts.venue_name,
      venue_city: facts.city,
      venue_state: facts.state,
      venue_country: facts.country,
      show_date: facts.show_date,
      show_time: facts.show_time,
      title: facts.title,
    },
    venue: {
      venue_address: facts.address,
      venue_latitude: facts.latitude,
      venue_longitude: facts.longitude,
    },
  }
}

/** When the clocks at the venue show the start; without a known time, eight in the evening. */
export const localStart = (date: string, time: string | null): string => `${date}T${time ?? ASSUMED_TIME}`

/** The day as written under either name. */
export const dateOf = (written: Written): string | undefined => written.show_date ?? written.date

/** The time as written under either name; null says that it is not known. */
export const timeOf = (written: Written): string | null | undefined =>
  written.show_time === undefined ? written.time : written.show_time

/** Who is to know that I am there; undefined when that was not said. */
export function audienceOf({ audience, is_public }: Written): Audience | undefined {
  if (audience !== undefined) return audience
  return is_public == null ? undefined : is_public ? 'public' : 'private'
}

/** Address and point as written: in fields of their own, or as B's `venue_location`. Undefined: not said. */
export function spotOf(written: Written): {
  address?: string | null | undefined
  latitude?: number | null | undefined
  longitude?: number | null | undefined
} {
  const { venue_address, venue_latitude, venue_longitude, venue_location: location } = written
  const [longitude, latitude] = typeof location === 'object' ? (location?.coordinates ?? []) : []
  return {
    address: venue_address === undefined && typeof location === 'string' ? location : venue_address,
    latitude: venue_latitude === undefined ? latitude : venue_latitude,
    longitude: venue_longitude === undefined ? longitude : venue_longitude,
  }
}

const meeting = [
  'artist_name',
  'support',
  'venue_name',
  'venue_address',
  'venue_city',
  'venue_state',
  'venue_country',
  'venue_latitude',
  'venue_longitude',
  'venue_location',
  'venue_place_id',
  'show_date',
  'date',
] as const satisfies (keyof Written)[]

/**
 * True when a change concerns who plays where on which day: what makes a show this one and not another. Where nobody is
 * named it is the title that does.
 */
export const concernsMeeting = (written: Written, { headliner_id }: Pick<Facts, 'headliner_id'>): boolean =>
  meeting.some((field) => written[field] !== undefined) ||
  (headliner_id === null && written.title !== undefined)

/** True when a change says anything that all share. */
export const isShared = (written: Written): boolean =>
  meeting.some((field) => written[field] !== undefined) ||
  written.title !== undefined ||
  timeOf(written) !== undefined

/** What two who write down the same concert at once hold, besides its headliner. */
export const claimOf = (artists: readonly string[], date: string, title: string | null): string =>
  artists.length > 0 ? date : `${date} ${title}`

/** Names on the bill after a change, the headliner first. */
export function billAfter({ artists }: Pick<Facts, 'artists'>, written: Written): string[] {
  const [headliner = null, ...support] = artists
  const first = written.artist_name === undefined ? headliner : written.artist_name
  return [first, ...(written.support ?? support)].filter((name) => name !== null)
}

/** Only what was said. */
export function said<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as { [Key in keyof T]?: Exclude<T[Key], undefined> }
}

/**
 * Everything a show says to its viewer: `s` the show, `v` its venue, `mine` her attendance, `held` what people hold in
 * it; `performances` names the bill's rows, and `event` says whether the viewer may open the event it is.
 */
export const description = (performances: string, event: string): string => `
  s.id, s.title, s.show_date, s.show_time, s.starts_at, s.time_zone, s.status, s.created_at, s.updated_at,
  s.organizer_id is not null and s.visibility = 'public' as organized, ${event} as event,
  v.id as venue_id, v.name as venue_name, v.address, v.city, v.state, v.country, v.latitude, v.longitude,
  v.time_zone as venue_zone,
  mine.id as my_id, mine.rsvp, mine.state as my_state, mine.method, mine.arrived_at, mine.left_at, mine.notes,
  mine.rating, mine.audience, mine.created_at as my_created_at, mine.updated_at as my_updated_at,
  (select coalesce(json_agg(json_build_object('id', p.id, 'position', p.position,
      'artist', json_build_object('id', a.id, 'name', a.name, 'mbid', a.mbid)) order by p.position), '[]')
    from ${performances} p join artists a on a.id = p.artist_id where p.show_id = s.id) as lineup, held.*`

type Mine = Attendance

/** What a description gives. */
export type Row = Pick<
  Show,
  'id' | 'title' | 'show_date' | 'show_time' | 'starts_at' | 'time_zone' | 'status' | 'lineup'
> &
  Pick<Show, 'created_at' | 'updated_at'> &
  Pick<Venue, 'address' | 'city' | 'state' | 'country'> & {
    organized: boolean
    event: boolean
    venue_id: string
    venue_name: string
    latitude: number | null
    longitude: number | null
    venue_zone: string
    my_id: string | null
    rsvp: Mine['rsvp']
    my_state: Mine['state']
    method: Mine['method']
    arrived_at: string | null
    left_at: string | null
    notes: string | null
    rating: number | null
    audience: Mine['audience']
    my_created_at: string
    my_updated_at: string
    attendees: number
    published: boolean
    photos: number
    audio: number
    videos: number
    songs: number
    comments: number
    cover_id: string | null
    placeholder: string | null
    color: string | null
  }

/** All shows, those not over yet, or those that are. */
export type Part = 'all' | 'upcoming' | 'past'

/**
 * Rows of shows `s` to pick ids from: their time and id in the order of an index, and what holds for all of them; what
 * is dear to know of `s` is checked last.
 */
export type Source = {
  from: string
  at: string
  id: string
  where: string[]
  lazily: string[]
  values: unknown[]
}

export const pageSize = (filter: ShowFilter): number => filter.per_page ?? filter.limit

/** As many as are read for a page: one more than it shows, and of few sizes, so that the texts are few. */
const readSize = (filter: ShowFilter): number => (pageSize(filter) <= 20 ? 21 : 101)

const parts: Record<Part, (at: string) => string[]> = {
  all: () => [],
  upcoming: (at) => [`${at} > now() - interval '31 days'`, 'not is_over(s.starts_at, s.ends_at)'],
  past: (at) => [`${at} < now()`, 'is_over(s.starts_at, s.ends_at)'],
}

const filters: Record<'artist_id' | 'venue_id' | 'date' | 'song', (value: string) => string> = {
  artist_id: (value) => `s.id in (select p.show_id from performances p where p.artist_id = ${value}::uuid)`,
  venue_id: (value) => `s.venue_id = ${value}::uuid`,
  date: (value) => `s.show_date = ${value}::date`,
  song: (value) => `s.id in (select q.show_id from setlist_songs q
    where q.song_key like all ((select like_words(${value}))::text[]))`,
}
/** Looked for in words, which is for the search to do. */
const inWords = ['q', 'artist', 'venue', 'city'] as const

/** A filter with what only the search asks for; `similar`: words as they may have been meant. */
export type Narrowed = ShowFilter & Partial<Pick<ShowSearch, 'date' | 'song'>> & { similar?: boolean }

/** True when it narrows by words. */
export const hasWords = (filter: Narrowed): boolean => inWords.some((name) => filter[name] !== undefined)

/** The local year; the wider bounds of the moment are for the index. */
const inYear = (year: string, at: string): string[] => [
  `s.show_date >= make_date(${year}::int, 1, 1) and s.show_date < make_date(${year}::int + 1, 1, 1)`,
  `${at} >= make_date(${year}::int, 1, 1) - 2 and ${at} < make_date(${year}::int + 1, 1, 1) + 2`,
]

/**
 * The query that picks the ids of a page, from fixed pieces of text; `values` are for `$3` and on. Rows are `id` and
 * `at`, ordered and followed by one more than the page shows.
 */
export function picking(
  find: Finding,
  source: Source,
  part: Part,
  filter: Narrowed,
  after: { at: string; id: string } | undefined,
): { text: string; values: unknown[]; direction: 'asc' | 'desc' } {
  const { at, id } = source
  const values = [...source.values]
  const use = (value: unknown) => `$${values.push(value) + 2}`
  const direction =
    (filter.order ?? (part === 'upcoming' ? 'oldest' : 'newest')) === 'oldest' ? 'asc' : 'desc'
  const where = [...source.where, ...parts[part](at)]
  for (const [name, condition] of Object.entries(filters)) {
    const value = filter[name as keyof typeof filters]
    if (value !== undefined) where.push(condition(use(value)))
  }
  if (filter.year !== undefined) where.push(...inYear(use(filter.year), at))
  if (after !== undefined) {
    where.push(
      `(${at}, ${id}) ${direction === 'asc' ? '>' : '<'} (${use(after.at)}::timestamptz, ${use(after.id)}::uuid)`,
    )
  }
  const limit = `${readSize(filter)}`
  const offset = filter.page === undefined ? '0' : `${use((filter.page - 1) * pageSize(filter))}::bigint`
  if (!hasWords(filter)) {
    const text = `select ${id} as id, ${at} as at from ${source.from}
      where ${[...where, ...source.lazily].join(' and ')}
      order by ${at} ${direction}, ${id} ${direction} limit ${limit} offset ${offset}`
    return { text, values, direction }
  }
  const words = Object.fromEntries(
    inWords.flatMap((name) => (filter[name] === undefined ? [] : [[name, use(filter[name])]])),
  )
  const { similar = false } = filter
  const text = find({ ...source, where, words, similar, direction, limit, offset })
  return { text, values, direction }
}
