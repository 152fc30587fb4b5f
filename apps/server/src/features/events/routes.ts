import { isRefusal, refuse } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/events'
import type { Tx } from '../../platform/db/connect.ts'
import { type Actor, viewerOf } from '../../platform/http/actor.ts'
import { moved } from '../../platform/http/moved.ts'
import type { Call, Routes } from '../../platform/http/route.ts'
import { survivorOf } from '../../viewer/survivors.ts'
import { type ChangeDeps, changeEvent } from './actions/change-event.ts'
import { type CreateDeps, createEvent } from './actions/create-event.ts'
import { listEvents, type Reading, readEvent } from './views/events.ts'
import { listCategories, listSpots } from './views/map.ts'

export type Deps = Reading & CreateDeps & ChangeDeps

type Change = Pick<Call<typeof contract.changeEvent>, 'actor' | 'params' | 'body' | 'write'>

/** An event after a write, as its writer sees it. */
const reread = async (tx: Tx, deps: Deps, actor: Actor, id: string) =>
  (await readEvent({ ...deps, db: tx }, actor.id, id)) ?? refuse('not_found')

export function eventRoutes(routes: Routes, deps: Deps): void {
  const { db } = deps
  const change = async ({ actor, params, body, write }: Change) =>
    write(async (tx) => {
      const id = await changeEvent(tx, deps, actor, params.id, body)
      return isRefusal(id) ? id : reread(tx, deps, actor, id)
    })

  routes(contract.listEvents, async ({ actor, query }) => listEvents(deps, viewerOf(actor), query))
  routes(contract.listEventSpots, async ({ actor, query }) => listSpots(deps, viewerOf(actor), query))
  routes(contract.listEventCategories, async ({ actor }) => ({
    items: await listCategories(db, viewerOf(actor)),
  }))
  routes(contract.createEvent, async ({ actor, body, write }) =>
    write(async (tx) => {
      const id = await createEvent(tx, deps, actor, body)
      return isRefusal(id) ? id : reread(tx, deps, actor, id)
    }),
  )
  routes(
    contract.readEvent,
    async ({ actor, params, reply }) =>
      (await readEvent(deps, viewerOf(actor), params.id)) ??
      moved(reply, await survivorOf(db, viewerOf(actor), 'show', params.id)),
  )
  routes(contract.replaceEvent, change)
  routes(contract.changeEvent, change)
}
