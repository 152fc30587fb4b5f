import type { DiaryShow, VisitedPlace } from '@sharemyshows/contract/dashboard'
import type { CalendarDay } from '@sharemyshows/contract/dashboard-calendar'
import { sayDate, sayShortDate } from '@/lib/dates'
import { sayCity } from '@/lib/places'

/** "1,730". */
export const sayNumber = (value: number): string => value.toLocaleString('en-GB')

/** "1 night", "12 nights". */
export const sayCount = (count: number, one: string, many = `${one}s`): string =>
  `${sayNumber(count)} ${count === 1 ? one : many}`

/**
 * A day of the year's strip, weeks beginning on Monday: its row (0–6) and its column, in the strip of the whole year
 * and in that of its half, which is what fits on a phone.
 */
export type Cell = { date: string; weekday: number; week: number; half: 0 | 1; weekOfHalf: number }

const DAY_MS = 86_400_000

/** Every day of a year. */
export function cellsOf(year: number): Cell[] {
  const halves = [Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)] as const
  const days = (Date.UTC(year + 1, 0, 1) - halves[0]) / DAY_MS
  return Array.from({ length: days }, (_, day) => {
    const at = halves[0] + day * DAY_MS
    const half = at < halves[1] ? 0 : 1
    return {
      date: new Date(at).toISOString().slice(0, 10),
      weekday: mondayFirst(at),
      week: weeksSince(halves[0], at),
      half,
      weekOfHalf: weeksSince(halves[half], at),
    }
  })
}

const mondayFirst = (at: number) => (new Date(at).getUTCDay() + 6) % 7
const weeksSince = (first: number, at: number) => Math.floor(((at - first) / DAY_MS + mondayFirst(first)) / 7)

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

/** How a year grew: shows up to the end of each month; null for months that have not come. */
export type Growth = { month: string; before: number; now: number | null }

/** This year against the last, month by month, from the shows of each month; `today` is `YYYY-MM-DD`. */
export function growthOf(months: readonly { month: string; shows: number }[], today: string): Growth[] {
  const year = Number(today.slice(0, 4))
  const shows = new Map(months.map((each) => [each.month, each.shows]))
  let [before, now] = [0, 0]
  return MONTHS.map((month, index) => {
    const number = String(index + 1).padStart(2, '0')
    before += shows.get(`${year - 1}-${number}`) ?? 0
    now += shows.get(`${year}-${number}`) ?? 0
    return { month, before, now: `${year}-${number}` <= today.slice(0, 7) ? now : null }
  })
}
