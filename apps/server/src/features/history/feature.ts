import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Leaver } from '../../platform/db/forget.ts'
import type { Routes } from '../../platform/http/route.ts'
import { record, recordSetlist } from './actions.ts'
import { historyRoutes } from './routes.ts'
import { areSame, differences, setlistDifference, stillStands, stretchOf } from './rules.ts'
import { deleteHidden, dropRevisions, isHidden, moveRevisions } from './store.ts'
import { readRevision } from './views.ts'

export type { Song, Stretch } from './rules.ts'
export type History = Omit<ReturnType<typeof createHistory>, 'routes'>

/** History: who changed what of the facts that everybody shares. */
export function createHistory({ db }: { db: Db }) {
  return {
    differences,
    setlistDifference,
    stretchOf,
    areSame,
    stillStands,
    record,
    recordSetlist,
    isHidden,
    moveRevisions,
    dropRevisions,
    forget: async (tx: Tx, { id }: Leaver) => {
      await deleteHidden(tx, id)
      return false
    },
    readRevision,
    routes: (routes: Routes) => historyRoutes(routes, db),
  }
}
