import type { CalendarDay, DiaryShow, VisitedPlace } from '@sharemyshows/contract/dashboard'
import { sayDate, sayShortDate } from '@/lib/dates'
import { sayCity } from '@/lib/places'

/** "1,730". */
export const sayNumber = (value: number): string => value.toLocaleString('en-GB')

/** "1 night", "12 nights". */
export const sayCount = (count: number, one: string, many = `${one}s`): string =>
  `${sayNumber(count)} ${count === 1 ? one : many}`

/** A cell of the year's strip: a day, and how its column and row are counted (Monday is row 0). */
export type Cell = { date: string; week: number; weekday: number }

const DAY_MS = 86_400_000

/** Every day of some months of a year, by weeks that begin on Monday; `months` count from 0, the last is not included. */
export function cellsOf(year: number, [from, to]: readonly [from: number, to: number]): Cell[] {
  const first = Date.UTC(year, from, 1)
  const offset = (new Date(first).getUTCDay() + 6) % 7
  const days = Math.round((Date.UTC(year, to, 1) - first) / DAY_MS)
  return Array.from({ length: days }, (_, day) => ({
    date: new Date(first + day * DAY_MS).toISOString().slice(0, 10),
    week: Math.floor((day + offset) / 7),
    weekday: (day + offset) % 7,
  }))
}

/** "Sunday, 1 December 2024: Spinvis, TivoliVredenburg". */
export function sayNight({ date, shows }: Pick<CalendarDay, 'date' | 'shows'>): string {
  const what = shows.map((show) => `${show.artist_name}, ${show.venue_name}`).join('; ')
  return `${sayDate(date)}: ${what}`
}

/** The years that can be leafed through, oldest first: from the first to the last with a show, or to this one. */
export function spanOfYears(counted: readonly { year: number }[], thisYear: number): [number, number] {
  const years = counted.map(({ year }) => year)
  return [Math.min(thisYear, ...years), Math.max(thisYear, ...years)]
}

/** "12 visits, the last on 3 May 2024". */
export function sayVisits({
  visit_count,
  last_visit,
}: Pick<VisitedPlace, 'visit_count' | 'last_visit'>): string {
  return visit_count === 1
    ? `1 visit, on ${sayShortDate(last_visit)}`
    : `${sayCount(visit_count, 'visit')}, the last on ${sayShortDate(last_visit)}`
}

/** Years as they are said: "One year ago tonight", "5 years ago tonight". */
export function sayYearsAgo({ show_date }: Pick<DiaryShow, 'show_date'>, today: string): string {
  const years = Number(today.slice(0, 4)) - Number(show_date.slice(0, 4))
  return years === 1 ? 'One year ago tonight' : `${years} years ago tonight`
}

/** "Amsterdam, Netherlands", or nothing where nobody knows. */
export const sayWhere = ({ city, country }: { city: string | null; country: string | null }): string =>
  sayCity({ city, country })

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Dec 2024" for `2024-12`. */
export function sayMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${MONTHS[(number ?? 1) - 1]} ${year}`
}

/** Name of a month counted from 0. */
export const monthName = (month: number): string => MONTHS[month] ?? ''

/** Years from the first to the last without a gap, oldest first, with what is over and what is to come. */
export function barsOf(
  counted: readonly { year: number; shows: number; upcoming: number }[],
): { year: number; been: number; upcoming: number }[] {
  const known = new Map(counted.map((entry) => [entry.year, entry]))
  const years = [...known.keys()]
  const first = Math.min(...years)
  return Array.from({ length: years.length && Math.max(...years) - first + 1 }, (_, n) => {
    const { shows = 0, upcoming = 0 } = known.get(first + n) ?? {}
    return { year: first + n, been: shows - upcoming, upcoming }
  })
}
