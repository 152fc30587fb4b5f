import type { Span } from '@sharemyshows/contract/dashboard-calendar'

/** First and last day of what a calendar shows, both included; nulls stand for the current year. */
export type Days = { from: string; to: string } | { from: null; to: null }

const day = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

/** The days that were asked for: from and to win over year and month; a month without a year is not a span. */
export function daysOf({ from, to, year, month }: Span): Days {
  if (from !== undefined && to !== undefined) return { from, to }
  if (year === undefined) return { from: null, to: null }
  if (month === undefined) return { from: day(year, 0, 1), to: day(year, 11, 31) }
  return { from: day(year, month - 1, 1), to: day(year, month, 0) }
}
