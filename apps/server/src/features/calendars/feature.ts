import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { FeedDeps } from './actions.ts'
import { calendarRoutes } from './routes.ts'
import { type Entry, occasionOf } from './rules.ts'

export type Calendars = ReturnType<typeof createCalendars>
export type CalendarsOptions = { db: Db } & FeedDeps

/** Calendars: shows as iCalendar, one by one, or all of a person's by an address that only she was given. */
export function createCalendars(options: CalendarsOptions) {
  return {
    routes: (routes: Routes) => calendarRoutes(routes, options),
    /** A show as calendars have it. */
    occasionOf: (entry: Entry) => occasionOf(options.home, entry),
  }
}
