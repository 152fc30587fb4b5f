import * as contract from '@sharemyshows/contract/calendars'
import { refuse } from '@sharemyshows/contract/errors'
import type { FastifyReply } from 'fastify'
import { type Occasion, writeCalendar } from '../../platform/calendar/ics.ts'
import type { Db } from '../../platform/db/connect.ts'
import { viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { type FeedDeps, makeFeed, revokeFeed } from './actions.ts'
import { findHolder, listOccasions, readFeed, readOccasion } from './views.ts'

export function calendarRoutes(routes: Routes, { db, home, tokens }: FeedDeps & { db: Db }): void {
  const host = new URL(home).hostname
  const send = (reply: FastifyReply, name: string, occasions: readonly Occasion[]) =>
    reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="shows.ics"')
      .send(writeCalendar(name, host, occasions))

  routes(contract.readCalendarFeed, async ({ actor }) => readFeed(db, actor.id))
  routes(contract.makeCalendarFeed, async ({ actor, write }) =>
    write((tx) => makeFeed(tx, { home, tokens }, actor)),
  )
  routes(contract.revokeCalendarFeed, async ({ actor, write }) => write((tx) => revokeFeed(tx, actor)))
  routes(contract.readFeedCalendar, async ({ params, reply }) => {
    const holder = await findHolder(db, tokens.hash(params.token))
    if (holder === undefined) return refuse('not_found')
    return send(reply, `Shows of ${holder.name}`, await listOccasions(db, home, holder.id))
  })
  routes(contract.readEventCalendar, async ({ actor, params, reply }) => {
    const occasion = await readOccasion(db, home, viewerOf(actor), params.id)
    return occasion === undefined ? refuse('not_found') : send(reply, 'ShareMyShows', [occasion])
  })
}
