import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/playlists'
import type { Db, Tx } from '../../platform/db/connect.ts'
import { attachmentOf } from '../../platform/http/bytes.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Media } from '../media/feature.ts'
import type { Music } from '../music/feature.ts'
import { addToPlaylist, changePlaylist } from './actions/change-playlist.ts'
import { makePlaylist, removePlaylist } from './actions/make-playlist.ts'
import { fileNameOf, writeM3u } from './rules.ts'
import { linesOf, readPlaylists, readWhole } from './views.ts'

export type RouteDeps = { db: Db; readTracks: Music['readTracks']; fileNames: Media['fileNames'] }

export function playlistRoutes(routes: Routes, { db, readTracks, fileNames }: RouteDeps): void {
  const whole = (on: Db, personId: string, id: string) => readWhole(on, readTracks, personId, id)
  const after = async (tx: Tx, personId: string, id: string, refusal: Refusal | null) =>
    refusal ?? whole(tx, personId, id)

  routes(contract.listPlaylists, async ({ actor, query }) => readPlaylists(db, actor.id, query))
  routes(contract.makePlaylist, async ({ actor, body, write }) =>
    write(async (tx: Tx) => {
      const id = await makePlaylist(tx, actor, body)
      return isRefusal(id) ? id : whole(tx, actor.id, id)
    }),
  )
  routes(contract.readPlaylist, async ({ actor, params: { id } }) => whole(db, actor.id, id))
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
    const playlist = await whole(db, actor.id, id)
    if (isRefusal(playlist)) return playlist
    const files = playlist.items.flatMap(({ audio_id }) => audio_id ?? [])
    const lines = linesOf(playlist, await fileNames(actor.id, files))
    return reply
      .type('audio/x-mpegurl; charset=utf-8')
      .header('content-disposition', attachmentOf(fileNameOf(playlist.name)))
      .send(writeM3u(playlist.name, lines))
  })
}
