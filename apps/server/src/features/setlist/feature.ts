import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Actor, Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Attendances } from '../attendance/feature.ts'
import type { History, Stretch } from '../history/feature.ts'
import type { Written } from './actions/add-songs.ts'
import { fillSetlist, type Mode } from './actions/fill-setlist.ts'
import { putBack } from './actions/put-back.ts'
import { setlistRoutes } from './routes.ts'
import { moveSetlist } from './store.ts'
import { readSetlist } from './views.ts'

export type SetlistOptions = {
  db: Db
  attendance: Attendances
  history: History
  /** Told when the songs of one show have become those of another. */
  followed: (tx: Tx, fromId: string, intoId: string) => Promise<void>
}

export type Setlists = Pick<ReturnType<typeof createSetlist>, 'fill' | 'read'>

/** Setlist: what was played at a show, in order. */
export function createSetlist(options: SetlistOptions) {
  return {
    routes: (routes: Routes) => setlistRoutes(routes, options),
    read: (db: Db, viewer: Viewer, showId: string) => readSetlist(db, viewer, showId),
    fill: (tx: Tx, actor: Actor, showId: string, songs: readonly Written[], mode: Mode) =>
      fillSetlist(tx, options, actor, showId, mode, async () => songs),
    moveToShow: async (tx: Tx, fromId: string, intoId: string) => {
      const { moves, ...songs } = await moveSetlist(tx, fromId, intoId)
      if (moves) await options.followed(tx, fromId, intoId)
      return songs
    },
    putBack: (tx: Tx, actor: Actor, showId: string, stretch: Stretch, revertsId: string) =>
      putBack(tx, options, actor, showId, stretch, revertsId),
  }
}
