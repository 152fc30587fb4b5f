import * as contract from '@sharemyshows/contract/connections'
import { isRefusal, refuse } from '@sharemyshows/contract/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { beginConnection } from './actions/begin-connection.ts'
import {
  type Back,
  type Dropped,
  type EndDeps,
  endRequest,
  leadOn,
  leadOnInOldWords,
} from './actions/end-request.ts'
import { removeConnection } from './actions/remove-connection.ts'

/** Who a browser is signed in as whose short-lived token ran out while it was elsewhere; null for nobody. */
export type Resume = (request: FastifyRequest, reply: FastifyReply) => Promise<Actor | null>

type Deps = {
  read: (personId: string) => Promise<contract.Connection>
  /** Null where nothing is set up to connect to. */
  ending: EndDeps | null
  resume: Resume
  dropped: readonly Dropped[]
}

export function connectionRoutes(routes: Routes, { read, ending, resume, dropped }: Deps): void {
  routes(contract.listConnections, async ({ actor }) => ({ items: [await read(actor.id)] }))
  routes(contract.beginConnection, async ({ actor, params, body, write }) => {
    if (ending === null) return refuse('provider_not_configured')
    const url = await write((tx) => beginConnection(tx, ending, actor.id, params.provider, body.return_to))
    return isRefusal(url) ? url : { authorize_url: String(url) }
  })
  routes(contract.removeConnection, async ({ actor, params, write }) =>
    write((tx) => removeConnection(tx, dropped, actor.id, params.provider)),
  )

  // the cookies of a session are SameSite=Lax, so they come along when another site leads a browser back here
  const end = async (actor: Actor | null, request: FastifyRequest, reply: FastifyReply, back: Back) =>
    endRequest(ending, (actor ?? (await resume(request, reply)))?.id ?? null, 'spotify', back)

  routes(contract.endConnectionRequest, async ({ actor, query, request, reply }) =>
    reply.redirect(leadOn(await end(actor, request, reply, query)), 302),
  )

  // older names of the same
  routes(contract.beginSpotify, async ({ actor, write }) => {
    if (actor === null) return refuse('sign_in_first')
    if (ending === null) return refuse('provider_not_configured')
    const url = await write((tx) => beginConnection(tx, ending, actor.id, 'spotify', '/settings/connections'))
    return isRefusal(url) ? url : { success: true as const, auth_url: String(url) }
  })
  routes(contract.endSpotifyRequest, async ({ actor, query, request, reply }) =>
    reply.redirect(leadOnInOldWords(await end(actor, request, reply, query)), 302),
  )
}
