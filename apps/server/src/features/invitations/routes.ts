import * as contract from '@sharemyshows/contract/invitations'
import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { type Inviting, invite } from './actions/invite.ts'
import { revoke } from './actions/revoke.ts'
import { listInvitations, readInvitation, readOffer } from './views.ts'

export type Deps = Inviting & { db: Db }

export function invitationRoutes(routes: Routes, { db, ...inviting }: Deps): void {
  routes(contract.invite, async ({ actor, body, write }) =>
    write(async (tx) => {
      const { id, url } = await invite(tx, inviting, actor, body)
      return { ...(await readInvitation(tx, id)), url }
    }),
  )
  routes(contract.listInvitations, async ({ query }) => listInvitations(db, query))
  routes(contract.revokeInvitation, async ({ actor, params, write }) =>
    write((tx) => revoke(tx, inviting.audit, actor, params.invitation_id)),
  )
  routes(contract.readInvitation, async ({ body }) => readOffer(db, inviting.tokens.hash(body.token)))
}
