import * as contract from '@sharemyshows/contract/calendars'
import { refuse } from '@sharemyshows/contract/errors'
import type { FastifyReply } from 'fastify'
import { writeCalendar } from '../../platform/calendar/ics.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { makeFeed, revokeFeed } from './actions.ts'
import type { CalendarsOptions } from './feature.ts'
import { type Entry, occasionOf } from './rules.ts'
import { findHolder, listEntries, readEntry, readFeed } from './views.ts'

export function calendarRoutes(routes: Routes, { db, home, tokens }: CalendarsOptions): void {
  const host = new URL(home).hostname
  const send = (reply: FastifyReply, name: string, entries: readonly Entry[]) =>
    reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="shows.ics"')
      .send(
        writeCalendar(
          name,
          host,
          entries.map((entry) => occasionOf(home, entry)),
        ),
      )

  routes(contract.readCalendarFeed, async ({ actor }) => readFeed(db, actor.id))
  routes(contract.makeCalendarFeed, async ({ actor, write }) =>
    write((tx) => makeFeed(tx, { home, tokens }, actor)),
  )
  routes(contract.revokeCalendarFeed, async ({ actor, write }) => write((tx) => revokeFeed(tx, actor)))
  routes(contract.readFeedCalendar, async ({ params, reply }) => {
    const holder = await findHolder(db, tokens.hash(params.token))
    if (holder === undefined) return refuse('not_found')
    return send(reply, `Shows of ${holder.name}`, await listEntries(db, holder.id))
  })
  routes(contract.readEventCalendar, async ({ actor, params, reply }) => {
    const entry = await readEntry(db, viewerOf(actor), params.id)
    return entry === undefined ? refuse('not_found') : send(reply, 'ShareMyShows', [entry])
  })
}
