import * as contract from '@sharemyshows/contract/enrichment'
import { isRefusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../platform/db/connect.ts'
import { type Actor, viewerOf } from '../../platform/http/actor.ts'
import { moved } from '../../platform/http/moved.ts'
import type { Routes } from '../../platform/http/route.ts'
import { survivorOf } from '../../viewer/survivors.ts'
import type { Telling } from '../catalog/feature.ts'
import type { Setlists } from '../setlist/feature.ts'
import { type FindIdentityDeps, findIdentity } from './actions/confirm-identity.ts'
import { type FindIdentitiesDeps, findIdentities } from './actions/find-identities.ts'
import { type FindPlacesDeps, findPlaces } from './actions/find-places.ts'
import { type FindSetlistsDeps, findSetlists } from './actions/find-setlists.ts'
import { type FindSourceDeps, findSource, takeSetlist } from './actions/take-setlist.ts'
import { type Covers, readIdentity, readLinks } from './views.ts'

export type Deps = FindSetlistsDeps &
  FindSourceDeps &
  FindIdentitiesDeps &
  FindIdentityDeps &
  FindPlacesDeps & { setlist: Setlists; catalog: Telling; covers: Covers }

export function enrichmentRoutes(routes: Routes, deps: Deps): void {
  setlistRoutes(routes, deps)
  artistRoutes(routes, deps)
  venueRoutes(routes, deps)
}

function setlistRoutes(routes: Routes, deps: Deps): void {
  const { db, setlist } = deps
  const read = async (tx: Tx, actor: Actor, showId: string) => {
    const items = await setlist.read(tx, actor.id, showId)
    return items === undefined ? refuse('not_found') : { items, next_cursor: null }
  }

  routes(contract.findSetlists, async ({ actor, params }) => findSetlists(deps, actor, params.id))
  routes(contract.takeSetlist, async ({ actor, params, body, write }) => {
    const source = await findSource(deps, actor, params.id, body)
    // said within, so that what was done already is answered again whatever the provider says by now
    return write(async (tx) => {
      if (isRefusal(source)) return source
      const refusal = await takeSetlist(tx, setlist, actor, params.id, source, body)
      return refusal ?? read(tx, actor, params.id)
    })
  })
  routes(contract.readSetlistLinks, async ({ actor, params }) => {
    const items = await readLinks(db, viewerOf(actor), params.id)
    return items === undefined ? refuse('not_found') : { items }
  })
}

function artistRoutes(routes: Routes, deps: Deps): void {
  const { db, covers, catalog } = deps
  routes(
    contract.findIdentities,
    async ({ actor, params, reply }) =>
      (await findIdentities(deps, actor, params.id)) ??
      moved(reply, await survivorOf(db, actor.id, 'artist', params.id)),
  )
  routes(
    contract.readIdentity,
    async ({ actor, params, reply }) =>
      (await readIdentity(db, covers, viewerOf(actor), params.id)) ??
      moved(reply, await survivorOf(db, viewerOf(actor), 'artist', params.id)),
  )
  routes(contract.confirmIdentity, async ({ actor, params, body, write }) => {
    const identity = await findIdentity(deps, actor, params.id, body.mbid)
    if (isRefusal(identity)) return identity
    return write(async (tx) => {
      const refusal = await catalog.identifyArtist(tx, actor, params.id, identity)
      return refusal ?? (await readIdentity(tx, covers, actor.id, params.id)) ?? refuse('not_found')
    })
  })
}

function venueRoutes(routes: Routes, deps: Deps): void {
  const { db, catalog } = deps
  routes(
    contract.findPlaces,
    async ({ actor, params, reply }) =>
      (await findPlaces(deps, actor, params.id)) ??
      moved(reply, await survivorOf(db, actor.id, 'venue', params.id)),
  )
  routes(contract.confirmPlace, async ({ actor, params, body: { place_id, ...where }, write }) =>
    write(async (tx) => {
      const osmId = place_id === undefined ? null : place_id.slice('osm:'.length)
      const refusal = await catalog.placeVenue(tx, actor, params.id, { ...where, osmId })
      return refusal ?? (await catalog.readVenue(tx, params.id)) ?? refuse('not_found')
    }),
  )
}
