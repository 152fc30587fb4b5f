import type { Tx } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { PlayAtSpotify } from '../music/feature.ts'
import { playSong } from './actions/control-player.ts'
import { type DropDeps, dropAll } from './actions/drop-songs.ts'
import type { SyncDeps } from './actions/run-sync.ts'
import { cron, jobs } from './jobs.ts'
import { type RouteDeps, spotifyRoutes } from './routes.ts'

export type SpotifyOptions = SyncDeps & DropDeps & RouteDeps

/** Spotify: the songs somebody saved there, her devices, and playlists sent there. Nothing here needs it. */
export function createSpotify(options: SpotifyOptions) {
  return {
    routes: (routes: Routes) => spotifyRoutes(routes, options),
    jobs: jobs(options),
    cron,
    /** Plays a song on a person's device there; null once it does. */
    playAtSpotify: ((actor, ...wish) => playSong(options, actor.id, ...wish)) satisfies PlayAtSpotify,
    /** Lets go of what came from an account that was disconnected. */
    hearDropped: (tx: Tx, personId: string) => dropAll(options, tx, personId),
  }
}
