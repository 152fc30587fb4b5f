import * as sync from '@sharemyshows/contract/library-sync'
import * as player from '@sharemyshows/contract/player'
import { sendPlaylist as sending } from '@sharemyshows/contract/playlists'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { cancelSync } from './actions/cancel-sync.ts'
import { command, listDevices, type PlayerDeps, readNowPlaying } from './actions/control-player.ts'
import { needsOf, requestSync } from './actions/request-sync.ts'
import { type SendDeps, sendPlaylist } from './actions/send-playlist.ts'
import { readBegun, readSync } from './views.ts'

export type RouteDeps = PlayerDeps & SendDeps & { db: Db }

export function spotifyRoutes(routes: Routes, deps: RouteDeps): void {
  const { db } = deps
  routes(sync.syncLibrary, async ({ actor, body, write }) => {
    const refusal = await needsOf(deps, actor.id)
    if (refusal !== null) return refusal
    return write(async (tx: Tx) => {
      await requestSync(tx, actor.id, body.limit)
      return readBegun(tx, actor.id)
    })
  })
  routes(sync.readLibrarySync, async ({ actor }) => ({ sync: await readSync(db, actor.id) }))
  routes(sync.cancelLibrarySync, async ({ actor, write }) =>
    write(async (tx: Tx) => {
      await cancelSync(tx, actor.id)
      return { sync: await readSync(tx, actor.id) }
    }),
  )
  routes(player.readNowPlaying, ({ actor }) => readNowPlaying(deps, actor.id))
  routes(player.listDevices, ({ actor }) => listDevices(deps, actor.id))
  routes(player.pauseMusic, ({ actor }) => command(deps, actor.id, (spotify) => spotify.pause()))
  routes(player.resumeMusic, ({ actor, body }) =>
    command(deps, actor.id, (spotify) => spotify.resume(body.device_id)),
  )
  routes(player.nextMusic, ({ actor }) => command(deps, actor.id, (spotify) => spotify.next()))
  routes(player.setVolume, ({ actor, body }) =>
    command(deps, actor.id, (spotify) => spotify.volume(body.volume)),
  )
  routes(sending, ({ actor, params }) => sendPlaylist(deps, actor, params.id))
}
