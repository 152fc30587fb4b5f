import { isRefusal, refuse } from '@sharemyshows/contract/errors'
import * as one from '@sharemyshows/contract/setlist'
import * as whole from '@sharemyshows/contract/whole-setlist'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { type Actor, type Viewer, viewerOf } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { addSongs } from './actions/add-songs.ts'
import { changeSong } from './actions/change-song.ts'
import { copySetlist } from './actions/copy-setlist.ts'
import { deleteSong } from './actions/delete-song.ts'
import type { Deps } from './actions/edit.ts'
import { reorder } from './actions/reorder.ts'
import { writeSetlist } from './actions/write-setlist.ts'
import { listSources, readSetlist } from './views.ts'

export function setlistRoutes(routes: Routes, deps: Deps & { db: Db }): void {
  songRoutes(routes, deps)
  wholeRoutes(routes, deps)
}

const read = async (db: Db, viewer: Viewer, showId: string) => {
  const items = await readSetlist(db, viewer, showId)
  return items === undefined ? refuse('not_found') : { items, next_cursor: null }
}
const readSongs = async (tx: Tx, actor: Actor, showId: string, ids: readonly string[]) => {
  const songs = await readSetlist(tx, actor.id, showId)
  return songs?.filter(({ id }) => ids.includes(id)) ?? []
}

function songRoutes(routes: Routes, deps: Deps & { db: Db }): void {
  const readSong = async (tx: Tx, actor: Actor, showId: string, id: string) =>
    (await readSongs(tx, actor, showId, [id]))[0] ?? refuse('not_found')

  routes(one.readSetlist, async ({ actor, params }) => read(deps.db, viewerOf(actor), params.id))
  routes(one.addSong, async ({ actor, params, body: { song_order, ...song }, write }) =>
    write(async (tx) => {
      const added = await addSongs(tx, deps, actor, params.id, [song], song_order)
      return isRefusal(added) ? added : readSong(tx, actor, params.id, added[0] ?? '')
    }),
  )
  routes(one.changeSong, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const refusal = await changeSong(tx, deps, actor, params.id, params.song_id, body)
      return refusal ?? readSong(tx, actor, params.id, params.song_id)
    }),
  )
  routes(one.deleteSong, async ({ actor, params, write }) =>
    write((tx) => deleteSong(tx, deps, actor, params.id, params.song_id)),
  )
}

function wholeRoutes(routes: Routes, deps: Deps & { db: Db }): void {
  routes(whole.addSongs, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const added = await addSongs(tx, deps, actor, params.id, body.songs, body.song_order)
      return isRefusal(added) ? added : { items: await readSongs(tx, actor, params.id, added) }
    }),
  )
  routes(whole.reorderSetlist, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const refusal = await reorder(tx, deps, actor, params.id, body)
      return refusal ?? read(tx, actor.id, params.id)
    }),
  )
  routes(whole.writeSetlist, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const refusal = await writeSetlist(tx, deps, actor, params.id, body)
      return refusal ?? read(tx, actor.id, params.id)
    }),
  )
  routes(whole.copySetlist, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const refusal = await copySetlist(tx, deps, actor, params.id, body)
      return refusal ?? read(tx, actor.id, params.id)
    }),
  )
  routes(whole.listSetlistSources, async ({ actor, params }) => {
    const items = await listSources(deps.db, actor.id, params.id)
    return items === undefined ? refuse('not_found') : { items, next_cursor: null }
  })
}
