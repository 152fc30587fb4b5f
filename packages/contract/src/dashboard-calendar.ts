import { z } from 'zod'
import { DiaryShow, date, itemsOf, tag } from './dashboard.ts'
import { endpoint } from './endpoint.ts'
import { CalendarDate, Id } from './fields.ts'

/** A day with its shows, in the order they began. */
export const CalendarDay = z
  .object({
    date,
    shows: z.array(
      z.object({
        id: Id,
        artist_name: z.string(),
        venue_name: z.string(),
        venue_city: z.string().nullable(),
        upcoming: z.boolean(),
      }),
    ),
  })
  .meta({
    id: 'CalendarDay',
    example: {
      date: '2024-12-01',
      shows: [
        {
          id: Id.meta()?.example,
          artist_name: 'Spinvis',
          venue_name: 'TivoliVredenburg',
          venue_city: 'Utrecht',
          upcoming: false,
        },
      ],
    },
  })
export type CalendarDay = z.infer<typeof CalendarDay>

/** Most days that one calendar may span. */
const MOST_DAYS = 366
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

export const Span = z
  .object({
    from: CalendarDate.optional(),
    to: CalendarDate.optional(),
    year: z.coerce.number().int().min(1900).max(2200).optional(),
    month: z.coerce.number().int().min(1).max(12).optional(),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    message: 'From and to come together',
    path: ['to'],
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    message: 'The end lies before the beginning',
    path: ['to'],
  })
  .refine(({ from, to }) => from === undefined || to === undefined || daysBetween(from, to) < MOST_DAYS, {
    message: `At most ${MOST_DAYS} days`,
    path: ['to'],
  })
export type Span = z.infer<typeof Span>

export const listCalendar = endpoint({
  id: 'listDashboardCalendar',
  method: 'GET',
  path: '/dashboard/calendar',
  tag,
  summary: 'Days with shows of my diary, upcoming ones included, oldest first',
  description:
    'From one day to another, both included, 366 days at most; or a `year`, or a `month` of it. Without any, the current year in my time zone.',
  security: 'required',
  query: Span,
  answers: itemsOf(CalendarDay),
  problems: [],
})

export const listOnThisDay = endpoint({
  id: 'listOnThisDay',
  method: 'GET',
  path: '/dashboard/on-this-day',
  tag,
  summary: 'Shows I have been to on this day of earlier years, the latest first',
  description:
    '`date` is today in my time zone when it is not sent. 29 February is remembered in leap years.',
  security: 'required',
  query: z.object({ date: CalendarDate.optional() }),
  answers: itemsOf(DiaryShow),
  problems: [],
})

/** A month `YYYY-MM` with the number of shows I have been to in it. */
export const MonthOfShows = z
  .object({ month: z.string(), shows: z.int() })
  .meta({ id: 'MonthOfShows', example: { month: '2024-12', shows: 4 } })
export type MonthOfShows = z.infer<typeof MonthOfShows>

export const listMonths = endpoint({
  id: 'listDashboardMonths',
  method: 'GET',
  path: '/dashboard/months',
  tag,
  summary: 'Shows I have been to, month by month up to this one, quiet months included',
  security: 'required',
  query: z.object({ months: z.coerce.number().int().min(1).max(120).default(24) }),
  answers: itemsOf(MonthOfShows),
  problems: [],
})
