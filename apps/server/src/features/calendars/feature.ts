import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { calendarRoutes } from './routes.ts'

/** `tokens` make addresses that nobody guesses, and what is kept of them. */
export type CalendarsOptions = {
  db: Db
  home: string
  tokens: { mint: () => string; hash: (token: string) => Buffer }
}

/** Calendars: shows as iCalendar, one by one, or all of a person's by an address that only she was given. */
export function createCalendars(options: CalendarsOptions) {
  return { routes: (routes: Routes) => calendarRoutes(routes, options) }
}
