import { refuse } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/organizers'
import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { ask, type Deciding } from './actions/ask.ts'
import { decide } from './actions/decide.ts'
import { withdraw } from './actions/withdraw.ts'
import { listApplications, readApplication, readOwn } from './views.ts'

export type Deps = Deciding & { db: Db }

export function organizerRoutes(routes: Routes, { db, ...deciding }: Deps): void {
  routes(contract.askToOrganize, async ({ actor, body, write }) =>
    write(
      async (tx) =>
        (await ask(tx, deciding, actor, body?.message || null)) ??
        (await readOwn(tx, actor.id)) ??
        refuse('not_found'),
    ),
  )
  routes(contract.readOwnOrganizerRequest, async ({ actor }) => ({ request: await readOwn(db, actor.id) }))
  routes(contract.withdrawOrganizerRequest, async ({ actor, write }) => write((tx) => withdraw(tx, actor)))
  routes(contract.listApplications, async ({ query }) => listApplications(db, query))
  routes(contract.decideApplication, async ({ actor, params, body, write }) =>
    write(
      async (tx) =>
        (await decide(tx, deciding, actor, params.organizer_request_id, body.granted)) ??
        readApplication(tx, params.organizer_request_id),
    ),
  )
}
