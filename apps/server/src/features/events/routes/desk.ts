import { isRefusal, refuse } from '@sharemyshows/contract/errors'
import * as staff from '@sharemyshows/contract/event-staff'
import { readEventStats } from '@sharemyshows/contract/event-stats'
import { listOrganizedEvents } from '@sharemyshows/contract/events'
import type { Routes } from '../../../platform/http/route.ts'
import { removeStaff, type StaffDeps, setStaff } from '../actions/staff.ts'
import { listStaff, readStats } from '../views/desk.ts'
import { listOrganized, type Reading } from '../views/events.ts'

export type DeskDeps = Reading & StaffDeps

/** What those who look after events see and settle among themselves. */
export function deskRoutes(routes: Routes, deps: DeskDeps): void {
  const { db } = deps

  routes(listOrganizedEvents, async ({ actor, query }) => listOrganized(deps, actor.id, query))
  routes(readEventStats, async ({ actor, params }) => readStats(db, actor, params.id))
  routes(staff.listStaff, async ({ actor, params }) => {
    const items = await listStaff(db, actor, params.id)
    return isRefusal(items) ? items : { items }
  })
  routes(staff.setStaff, async ({ actor, params: { id, user_id }, body, write }) =>
    write(async (tx) => {
      const event = await setStaff(tx, deps, actor, id, user_id, body.role)
      if (isRefusal(event)) return event
      const items = await listStaff(tx, actor, event)
      if (isRefusal(items)) return items
      return items.find(({ user }) => user.id === user_id) ?? refuse('not_found')
    }),
  )
  routes(staff.removeStaff, async ({ actor, params: { id, user_id }, write }) =>
    write((tx) => removeStaff(tx, deps, actor, id, user_id)),
  )
}
