import type { AccountExport, ExportedList, ExportedShow } from '@sharemyshows/contract/account-export'
import type { ExportFormat } from '@sharemyshows/contract/exports'

/** Where exports lie in the storage. */
export const FOLDER = 'exports'

const EXTENSIONS: Record<ExportFormat, string> = {
  json: 'json',
  csv: 'csv',
  ics: 'ics',
  archive: 'zip',
}

export const MIME: Record<ExportFormat, string> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  archive: 'application/zip',
}

/** Where the file of an export lies; the last characters of an id are random, so that the folders fill evenly. */
export const keyOf = (id: string, format: ExportFormat): string =>
  `${FOLDER}/${id.slice(-2)}/${id}.${EXTENSIONS[format]}`

/** What a browser calls the file when it is saved. */
export const nameOf = (format: ExportFormat, createdAt: string): string =>
  `sharemyshows-${createdAt.slice(0, 10)}.${EXTENSIONS[format]}`

/** Where one's picture lies in the archive. */
export const AVATAR = 'avatar.webp'

/** A file of the person's that goes into the archive. */
export type Original = {
  id: string
  storage_key: string
  file_name: string | null
  file_size: number
  date: string | null
  artist_name: string | null
  made_at: string
}

/** An account as it is read to be written elsewhere; lists come some at a time. */
export type AccountReader = {
  /** How much there is, so that progress can be told. */
  measure(): Promise<{ rows: number; bytes: number }>
  /** The originals of all media up to one, oldest first. */
  originals(): AsyncIterable<Original[]>
  /** All at one moment; media younger than the last of the originals are left out. */
  atOneMoment<T>(read: (account: AccountAtOneMoment) => Promise<T>): Promise<T>
}
export type Head = Omit<AccountExport, ExportedList | 'format' | 'version' | 'exported_at' | 'server'>
export type AccountAtOneMoment = {
  head(): Promise<{ head: Head; avatar: string | null }>
  lists: { [List in ExportedList]: () => AsyncIterable<AccountExport[List]> }
}

const slug = (text: string, most: number): string =>
  [...text.normalize('NFC').toLowerCase()]
    .join('')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, most)

/** Where an original lies in the archive: by night, under its own name; the end of its id keeps equal names apart. */
export function originalName(
  original: Pick<Original, 'id' | 'storage_key' | 'file_name' | 'date' | 'artist_name'>,
): string {
  const { id, storage_key, file_name, date, artist_name } = original
  const night = [date, slug(artist_name ?? '', 60)].filter(Boolean).join('-') || 'without-a-show'
  const name = slug((file_name ?? '').replace(/\.[^.]*$/, ''), 60)
  const extension = storage_key.slice(storage_key.lastIndexOf('.') + 1)
  return `originals/${night}/${[name, id.slice(-12)].filter(Boolean).join('-')}.${extension}`
}

/** A document of a head and of lists of any length, as text, piece by piece. */
export async function* jsonPieces(
  head: object,
  lists: readonly (readonly [name: string, batches: AsyncIterable<readonly unknown[]>])[],
): AsyncGenerator<string> {
  yield JSON.stringify(head, null, 2).slice(0, -2)
  for (const [name, batches] of lists) {
    yield `,\n  ${JSON.stringify(name)}: [`
    let between = '\n    '
    for await (const batch of batches) {
      let text = ''
      for (const item of batch) {
        text += between + JSON.stringify(item)
        between = ',\n    '
      }
      yield text
    }
    yield '\n  ]'
  }
  yield '\n}\n'
}

const ASSUMED_HOURS = 4

/** A show as calendars ask for it; what is noted are the person's own words. */
export function calendarEntry({ venue, attendance, line_up, ...show }: ExportedShow) {
  const { id, title, date, time, starts_at, time_zone, status } = show
  const ends_at = show.ends_at ?? new Date(Date.parse(starts_at) + ASSUMED_HOURS * 3_600_000).toISOString()
  const { name, address, city, state, country, latitude, longitude } = venue
  return {
    ...{
      id,
      title,
      starts_at,
      ends_at,
      time_zone,
      status,
      address,
      city,
      state,
      country,
      latitude,
      longitude,
    },
    show_date: date,
    show_time: time,
    description: attendance.notes,
    updated_at: attendance.updated_at,
    location_address: null,
    venue_name: name,
    artists: line_up.map((artist) => artist.name),
    answer: attendance.rsvp,
  }
}

/** A text that no spreadsheet takes for a formula: such a beginning gets an apostrophe before it. */
const inert = (text: string | null): string | null =>
  text !== null && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text

type Cell = string | number | boolean | null

/** Names in one cell; a single one with a comma ends like one of several, so that nobody takes it for two. */
const namesIn = (names: string[]): string =>
  names.join('; ') + (names.length === 1 && names[0]?.includes(',') ? ';' : '')

/** Columns of `shows.csv`: the names under which a show is created, then what belongs to the export alone. */
const COLUMNS: Record<string, (show: ExportedShow) => Cell> = {
  artist_name: ({ title, line_up: [headliner] }) => inert(headliner?.name ?? title),
  support: ({ line_up: [, ...others] }) => inert(namesIn(others.map(({ name }) => name))),
  venue_name: ({ venue }) => inert(venue.name),
  venue_address: ({ venue }) => inert(venue.address),
  venue_city: ({ venue }) => inert(venue.city),
  venue_state: ({ venue }) => inert(venue.state),
  venue_country: ({ venue }) => inert(venue.country),
  venue_latitude: ({ venue }) => venue.latitude,
  venue_longitude: ({ venue }) => venue.longitude,
  show_date: ({ date }) => date,
  show_time: ({ time }) => time,
  title: ({ title }) => inert(title),
  notes: ({ attendance }) => inert(attendance.notes),
  rating: ({ attendance }) => attendance.rating,
  is_public: ({ attendance }) => String(attendance.audience === 'public'),
  audience: ({ attendance }) => attendance.audience,
  state: ({ attendance }) => attendance.state,
  songs: ({ setlist }) => setlist.length,
  show_id: ({ id }) => id,
}

export const COLUMN_NAMES = Object.keys(COLUMNS)

/** A show as a line of the table. */
export const lineOf = (show: ExportedShow): Cell[] => Object.values(COLUMNS).map((cell) => cell(show))
