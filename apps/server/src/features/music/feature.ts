import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { bringListen, takeListenBack } from './actions/bring-listen.ts'
import { dropSongs, followDescriber, forgetMusic, takeSongs } from './actions/songs.ts'
import { hearAdded, hearFound } from './listeners.ts'
import { ownTracks } from './policy.ts'
import { musicRoutes, type RouteDeps } from './routes.ts'
import { type AwaitedSong, type Features, findAwaited, type Song, writeFeatures } from './store/songs.ts'

export type { PlayAtSpotify } from './actions/play-track.ts'
export type Music = Omit<ReturnType<typeof createMusic>, 'routes'>
export type { AwaitedSong, Features, Song }

export type MusicOptions = RouteDeps & {
  /** Whether there is a service that tells how songs sound. */
  described: boolean
  /** Takes tracks off a person's playlists. */
  takeOffLists: (tx: Tx, personId: string, trackIds: readonly string[]) => Promise<void>
}

/** Music: the tracks that somebody has, which of them fit a mood, and what was played. */
export function createMusic(options: MusicOptions) {
  const { db, described, takeOffLists } = options
  return {
    routes: (routes: Routes) => musicRoutes(routes, options),
    start: () => followDescriber(db, described),
    forget: forgetMusic,
    hearAdded: hearAdded('upload'),
    hearFound,
    ownTracks,
    /** What somebody heard elsewhere and brings along. */
    bringListen,
    takeListenBack,
    /** Takes songs of Spotify's into a person's library; gives how many are new there. */
    takeSongs: (tx: Tx, personId: string, songs: readonly Song[]) =>
      takeSongs(tx, described, personId, songs),
    /** Takes all of them out again, with what she heard of them. */
    dropSongs: (tx: Tx, personId: string) => dropSongs(tx, takeOffLists, personId),
    /** Songs of which is not known how they sound, those first that were never asked for. */
    awaitedSongs: (on: Db, most: number): Promise<AwaitedSong[]> => findAwaited(on, most),
    /** Keeps how a song sounds; null where nobody knows. */
    describeSong: (tx: Tx, trackId: string, features: Features | null) =>
      writeFeatures(tx, trackId, features),
  }
}
