import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/playlists'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { attachmentOf } from '../../platform/http/bytes.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Media } from '../media/feature.ts'
import { addToPlaylist, changePlaylist } from './actions/change-playlist.ts'
import { makePlaylist, removePlaylist } from './actions/make-playlist.ts'
import { readM3u, readPlaylists, readWhole } from './views.ts'

export type RouteDeps = { db: Db; fileNames: Media['fileNames'] }

export function playlistRoutes(routes: Routes, { db, fileNames }: RouteDeps): void {
  const after = async (tx: Tx, personId: string, id: string, refusal: Refusal | null) =>
    refusal ?? readWhole(tx, personId, id)

  routes(contract.listPlaylists, async ({ actor, query }) => readPlaylists(db, actor.id, query))
  routes(contract.makePlaylist, async ({ actor, body, write }) =>
    write(async (tx: Tx) => {
      const id = await makePlaylist(tx, actor, body)
      return isRefusal(id) ? id : readWhole(tx, actor.id, id)
    }),
  )
  routes(contract.readPlaylist, async ({ actor, params: { id } }) => readWhole(db, actor.id, id))
  routes(contract.changePlaylist, async ({ actor, params: { id }, body, write }) =>
    write(async (tx: Tx) => after(tx, actor.id, id, await changePlaylist(tx, actor, id, body))),
  )
  routes(contract.addToPlaylist, async ({ actor, params: { id }, body, write }) =>
    write(async (tx: Tx) => after(tx, actor.id, id, await addToPlaylist(tx, actor, id, body.track_ids))),
  )
  routes(contract.removePlaylist, async ({ actor, params: { id }, write }) =>
    write((tx: Tx) => removePlaylist(tx, actor, id)),
  )
  routes(contract.readM3u, async ({ actor, params: { id }, reply }) => {
    const file = await readM3u(db, fileNames, actor.id, id)
    if (isRefusal(file)) return file
    return reply
      .type('audio/x-mpegurl; charset=utf-8')
      .header('content-disposition', attachmentOf(file.fileName))
      .send(file.text)
  })
}
