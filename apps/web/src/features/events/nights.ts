import { dateIn, sayDate } from '@/lib/dates'
import { dayAfter } from '@/lib/wall-clock'

/** Days that have a name of their own wherever one looks; `days` are told by `from` and `to`. */
export const WHEN = ['tonight', 'weekend', 'week'] as const
export type When = (typeof WHEN)[number]

export const WHEN_NAMES: Record<When, string> = {
  tonight: 'Tonight',
  weekend: 'This weekend',
  week: 'Next 7 days',
}

/** Days from one to another, both included, `YYYY-MM-DD`. */
export type Days = { from?: string; to?: string }

const FRIDAY = 5

/** The days that a name stands for on a day; the weekend begins on Friday, and on Saturday and Sunday it is on. */
export function daysOf(when: When, today: string): Required<Days> {
  if (when === 'tonight') return { from: today, to: today }
  if (when === 'week') return { from: today, to: dayAfter(today, 6) }
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const sunday = dayAfter(today, weekday === 0 ? 0 : 7 - weekday)
  const friday = dayAfter(sunday, -2)
  return { from: weekday === 0 || weekday > FRIDAY ? today : friday, to: sunday }
}

/** "Tonight", "Tomorrow", "Friday, 4 December"; with the year where it is another one. */
export function sayNight(date: string, today: string): string {
  if (date === today) return 'Tonight'
  if (date === dayAfter(today)) return 'Tomorrow'
  const said = sayDate(date)
  return date.slice(0, 4) === today.slice(0, 4) ? said.slice(0, -5) : said
}

/** What happens on one night, by the calendar where it happens; nights keep the order they came in. */
export function groupByNight<T extends { show_date: string; time_zone: string }>(
  items: readonly T[],
): { date: string; name: string; items: T[] }[] {
  return [...Map.groupBy(items, ({ show_date }) => show_date)].map(([date, found]) => ({
    date,
    name: sayNight(date, dateIn(found[0]?.time_zone ?? 'UTC')),
    items: found,
  }))
}
