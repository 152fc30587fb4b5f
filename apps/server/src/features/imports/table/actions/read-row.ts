import type { ImportField, ImportMapping } from '@sharemyshows/contract/imports'
import { ShowCreate } from '@sharemyshows/contract/shows'
import { countryCode } from '../../../../platform/geo/countries.ts'
import { type DayRead, inOrder, type Order, readDay, readInOrder } from '../../../../platform/tables/days.ts'
import type { TableRecord } from '../../../../platform/tables/records.ts'
import { readTime } from '../../../../platform/tables/times.ts'
import type { Found, Problem, ShowEntry } from '../../kinds.ts'
import { sentenceOf } from '../../rules.ts'
import {
  actsOf,
  audienceOf,
  degreesOf,
  inFive,
  ratingOf,
  scaleFor,
  unguarded,
  yesOrNo,
} from '../rules/cells.ts'
import { fieldOf } from '../rules/columns.ts'
import { type DayTally, dayOrderOf } from '../rules/day-order.ts'
import { inWords } from '../rules/day-words.ts'

/** What has to be known of a whole table to read one row of it. */
export type Survey = {
  columns: readonly string[]
  mapping: ImportMapping
  /** The order that somebody said days are written in. */
  order: Order | null
  tally: DayTally
  highestRating: number
}

type Said = (field: ImportField) => string
/** What a cell says, and what is to be said of it: something `doubtful` is left out or guessed. */
type Part<Value> = { value?: Value; doubt?: string; fault?: string }

/** What each field says in a row; empty where nothing does. */
export function sayingOf({
  columns,
  mapping,
}: Pick<Survey, 'columns' | 'mapping'>): (cells: readonly string[]) => Said {
  const at = new Map(Object.entries(mapping).map(([field, column]) => [field, columns.indexOf(column)]))
  return (cells) => (field) => unguarded(cells[at.get(field) ?? -1] ?? '')
}

/** Reads rows of a table as shows; what a row cannot say is a problem of that row alone. */
export function rowReader(survey: Survey): (record: TableRecord) => Found {
  const saying = sayingOf(survey)
  return ({ row, cells, fault }) => {
    if (fault !== null) return badRow(row, cells, [{ field: 'row', message: fault }])
    const said = saying(cells)
    const problems: Problem[] = []
    let doubtful = false
    const take = <Value>(field: ImportField, { value, doubt, fault }: Part<Value>): Value | undefined => {
      const message = fault ?? doubt
      if (message !== undefined) problems.push({ field, message })
      if (doubt !== undefined) doubtful = true
      return value
    }
    const day = readDayOf(survey, said)
    const show_date = take('show_date', day)
    const time = take('show_time', timePart(said('show_time'))) ?? day.time ?? undefined
    const written = {
      artist_name: said('artist_name'),
      venue_name: said('venue_name'),
      ...some('venue_address', said('venue_address')),
      ...some('venue_city', said('venue_city')),
      ...some('venue_state', said('venue_state')),
      ...some('venue_country', said('venue_country')),
      ...pointPart(said, take),
      ...some('show_date', show_date),
      ...some('show_time', time),
      ...some('title', said('title')),
      ...supportPart(survey, said),
      ...some('notes', said('notes')),
      ...some('rating', take('rating', ratingPart(said('rating'), survey.highestRating))),
      ...some('audience', take('audience', seenPart(said))),
    }
    const checked = ShowCreate.safeParse(written)
    if (checked.success) {
      const entry: ShowEntry = { written: checked.data }
      return { kind: 'shows', row, cells, entry, problems, doubtful }
    }
    const named = new Set(problems.map(({ field }) => field))
    for (const { path, message } of checked.error.issues) {
      const field = String(path[0] ?? 'row')
      if (!named.has(field)) problems.push({ field, message: sentenceOf(field, message) })
    }
    return badRow(row, cells, problems)
  }
}

const badRow = (row: number, cells: string[], problems: Problem[]): Found => ({
  kind: 'shows',
  row,
  cells,
  entry: null,
  problems,
  doubtful: false,
})

const some = <Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> =>
  value === undefined || value === '' ? {} : ({ [key]: value } as Record<Key, Value>)

type DayPart = Part<string> & { time?: string | null }

function readDayOf({ order, tally }: Survey, said: Said): DayPart {
  const text = said('show_date')
  if (text === '') return {}
  const read = order === null ? readDay(text) : readInOrder(text, order)
  if (read.how === 'unreadable') return { fault: `“${shortened(text)}” is no day that can be read.` }
  const { time } = read
  if (read.how === 'sure') {
    return read.date === null ? { fault: 'There is no such day.' } : { value: read.date, time }
  }
  return { time, ...whicheverDay(read, order, tally, text, said('venue_country')) }
}

function whicheverDay(
  read: Extract<DayRead, { how: 'either' }>,
  order: Order | null,
  tally: DayTally,
  text: string,
  country: string,
): DayPart {
  const guess = dayOrderOf(tally, country === '' ? undefined : countryCode(country) === 'US')
  const chosen = order ?? guess.order
  const date = inOrder(read, chosen)
  const other = inOrder(read, chosen === 'MDY' ? 'DMY' : 'MDY')
  if (order !== null || guess.proven === read.shape) {
    return date === null ? { fault: 'There is no such day.' } : { value: date }
  }
  if (date === null || other === null || date === other) {
    const only = date ?? other
    return only === null ? { fault: 'There is no such day.' } : { value: only }
  }
  return {
    value: date,
    doubt: `${shortened(text)} may be ${inWords(date)} or ${inWords(other)}; it was read as ${inWords(date)}.`,
  }
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

function timePart(cell: string): Part<string> {
  if (cell === '') return {}
  const time = readTime(cell)
  return time === null ? { doubt: `“${shortened(cell)}” is no time, so it is left out.` } : { value: time }
}

type Take = <Value>(field: ImportField, part: Part<Value>) => Value | undefined

function pointPart(said: Said, take: Take): { venue_latitude?: number; venue_longitude?: number } {
  const [latitude, longitude] = [said('venue_latitude'), said('venue_longitude')]
  if (latitude === '' && longitude === '') return {}
  const [north, east] = [degreesOf(latitude, 90), degreesOf(longitude, 180)]
  if (north !== null && east !== null) return { venue_latitude: north, venue_longitude: east }
  take(north === null ? 'venue_latitude' : 'venue_longitude', {
    doubt: 'This is no point on earth, so it is left out.',
  })
  return {}
}

function supportPart({ mapping }: Survey, said: Said): { support?: string[] } {
  const isCalledSo = mapping.support !== undefined && fieldOf(mapping.support) === 'support'
  const acts = actsOf(said('support'), isCalledSo)
  return acts.length === 0 ? {} : { support: acts }
}

function ratingPart(cell: string, highest: number): Part<number> {
  if (cell === '') return {}
  const rating = ratingOf(cell)
  const value = rating === null ? null : inFive(rating, scaleFor(highest))
  if (value !== null) return { value }
  // nothing of five is how some say that they did not rate it
  return rating?.value === 0 ? {} : { doubt: `“${shortened(cell)}” is no rating, so it is left out.` }
}

function seenPart(said: Said): Part<'private' | 'friends' | 'attendees' | 'public'> {
  const [audience, isPublic] = [said('audience'), said('is_public')]
  if (audience === '' && isPublic === '') return {}
  const known = audience === '' ? undefined : audienceOf(audience)
  const open = audience === '' ? yesOrNo(isPublic) : undefined
  const value = known ?? (open === undefined ? undefined : open ? 'public' : 'private')
  if (value !== undefined) return { value }
  return {
    value: 'private',
    doubt: `Who may see it cannot be told from “${shortened(audience || isPublic)}”; nobody but you.`,
  }
}
