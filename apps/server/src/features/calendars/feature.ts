import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { FeedDeps } from './actions.ts'
import { calendarRoutes } from './routes.ts'

export type CalendarsOptions = { db: Db } & FeedDeps

/** Calendars: shows as iCalendar, one by one, or all of a person's by an address that only she was given. */
export function createCalendars(options: CalendarsOptions) {
  return { routes: (routes: Routes) => calendarRoutes(routes, options) }
}
