import { isRefusal, refuse } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/setlist'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { type Actor, type Viewer, viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { addSong, changeSong, type Deps, deleteSong, reorder } from './actions.ts'
import { readSetlist } from './views.ts'

export function setlistRoutes(routes: Routes, deps: Deps & { db: Db }): void {
  const read = async (db: Db, viewer: Viewer, showId: string) => {
    const items = await readSetlist(db, viewer, showId)
    return items === undefined ? refuse('not_found') : { items, next_cursor: null }
  }
  const readSong = async (tx: Tx, actor: Actor, showId: string, id: string) =>
    (await readSetlist(tx, actor.id, showId))?.find((song) => song.id === id) ?? refuse('not_found')

  routes(contract.readSetlist, async ({ actor, params }) => read(deps.db, viewerOf(actor), params.id))
  routes(contract.addSong, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const id = await addSong(tx, deps, actor, params.id, body)
      return isRefusal(id) ? id : readSong(tx, actor, params.id, id)
    }),
  )
  routes(contract.changeSong, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const refusal = await changeSong(tx, deps, actor, params.id, params.song_id, body)
      return refusal ?? readSong(tx, actor, params.id, params.song_id)
    }),
  )
  routes(contract.deleteSong, async ({ actor, params, write }) =>
    write((tx) => deleteSong(tx, deps, actor, params.id, params.song_id)),
  )
  routes(contract.reorderSetlist, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const refusal = await reorder(tx, deps, actor, params.id, body.order)
      return refusal ?? read(tx, actor.id, params.id)
    }),
  )
}
