import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Event } from '@sharemyshows/contract/events'
import * as contract from '@sharemyshows/contract/events'
import type { Tx } from '../../../platform/db/connect.ts'
import { type Actor, viewerOf } from '../../../platform/http/actor.ts'
import { moved } from '../../../platform/http/moved.ts'
import type { Call, Routes } from '../../../platform/http/route.ts'
import { survivorOf } from '../../../viewer/survivors.ts'
import { type CallOffDeps, cancelEvent, reinstateEvent } from '../actions/call-off.ts'
import { type ChangeDeps, changeEvent } from '../actions/change-event.ts'
import { type CreateDeps, createEvent } from '../actions/create-event.ts'
import { duplicateEvent } from '../actions/duplicate-event.ts'
import { type WithdrawDeps, withdrawEvent } from '../actions/withdraw-event.ts'
import { listEvents, type Reading, readEvent } from '../views/events.ts'
import { listCategories, listSpots } from '../views/map.ts'

export type EventDeps = Reading & CreateDeps & ChangeDeps & CallOffDeps & WithdrawDeps

type Change = Pick<Call<typeof contract.changeEvent>, 'actor' | 'params' | 'body' | 'write'>

/** The event after a write, as its writer sees it. */
const reread = async (tx: Tx, deps: Reading, actor: Actor, id: string | Refusal): Promise<Event | Refusal> =>
  isRefusal(id) ? id : ((await readEvent({ ...deps, db: tx }, actor.id, id)) ?? refuse('not_found'))

/** Events themselves: found, read and written. */
export function eventRoutes(routes: Routes, deps: EventDeps): void {
  const { db } = deps
  const change = async ({ actor, params, body, write }: Change) =>
    write(async (tx) => reread(tx, deps, actor, await changeEvent(tx, deps, actor, params.id, body)))

  routes(contract.listEvents, async ({ actor, query }) => listEvents(deps, viewerOf(actor), query))
  routes(contract.listEventSpots, async ({ actor, query }) => listSpots(deps, viewerOf(actor), query))
  routes(contract.listEventCategories, async ({ actor }) => ({
    items: await listCategories(db, viewerOf(actor)),
  }))
  routes(contract.createEvent, async ({ actor, body, write }) =>
    write(async (tx) => reread(tx, deps, actor, await createEvent(tx, deps, actor, body))),
  )
  routes(
    contract.readEvent,
    async ({ actor, params, reply }) =>
      (await readEvent(deps, viewerOf(actor), params.id)) ??
      moved(reply, await survivorOf(db, viewerOf(actor), 'show', params.id)),
  )
  routes(contract.replaceEvent, change)
  routes(contract.changeEvent, change)
  routes(contract.deleteEvent, async ({ actor, params, write }) =>
    write((tx) => withdrawEvent(tx, deps, actor, params.id)),
  )
  routes(contract.cancelEvent, async ({ actor, params, body, write }) =>
    write(async (tx) => reread(tx, deps, actor, await cancelEvent(tx, deps, actor, params.id, body?.reason))),
  )
  routes(contract.reinstateEvent, async ({ actor, params, write }) =>
    write(async (tx) => reread(tx, deps, actor, await reinstateEvent(tx, deps, actor, params.id))),
  )
  routes(contract.duplicateEvent, async ({ actor, params, body, write }) =>
    write(async (tx) => reread(tx, deps, actor, await duplicateEvent(tx, deps, actor, params.id, body.date))),
  )
}
