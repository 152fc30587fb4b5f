import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { bringPlaylist, takePlaylistBack } from './actions/bring-playlist.ts'
import { playlistRoutes, type RouteDeps } from './routes.ts'
import { clearSpotifyIds, takeOff, writeSpotifyId } from './store.ts'
import { readHead, readSongs, type SongsOf } from './views.ts'

export type Playlists = Omit<ReturnType<typeof createPlaylists>, 'routes'>
export type { SongsOf }

/** Playlists: lists of somebody's tracks in an order of hers. */
export function createPlaylists(deps: RouteDeps) {
  return {
    routes: (routes: Routes) => playlistRoutes(routes, deps),
    /** What somebody made elsewhere and brings along. */
    bring: bringPlaylist,
    takeBack: takePlaylistBack,
    /** Takes tracks off all playlists of a person. */
    takeOff: (tx: Tx, personId: string, trackIds: readonly string[]) => takeOff(tx, personId, trackIds),
    /** A playlist of a person's without its tracks. */
    readHead: (db: Db, personId: string, id: string) => readHead(db, personId, id),
    /** What of a playlist of a person's there is at Spotify. */
    songsOf: (db: Db, personId: string, id: string) => readSongs(db, personId, id),
    /** Keeps what a playlist became at Spotify, or forgets it of all that a person has. */
    keepSent: (tx: Tx, id: string, spotifyId: string) => writeSpotifyId(tx, id, spotifyId),
    forgetSent: (tx: Tx, personId: string) => clearSpotifyIds(tx, personId),
  }
}
