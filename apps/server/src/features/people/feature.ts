import type { Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../platform/db/connect.ts'
import type { Leaver } from '../../platform/db/forget.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { changeAvatar, removeAvatar } from './actions/change-avatar.ts'
import { cron, jobs } from './jobs.ts'
import { type PeopleDeps, peopleRoutes } from './routes.ts'
import { keysOf } from './rules.ts'
import { readProfile } from './views.ts'

export type People = Pick<ReturnType<typeof createPeople>, 'read' | 'bringAvatar' | 'removeAvatar'>

/** People: who somebody is to others, and who keeps from whom. */
export function createPeople(deps: PeopleDeps) {
  const { db, storage } = deps
  return {
    read: (viewer: Viewer, username: string) => readProfile(db, viewer, username),
    routes: (routes: Routes) => peopleRoutes(routes, deps),
    jobs: jobs(db, storage),
    cron,
    /** All files of a picture, for who takes a person's things away or along. */
    avatarFiles: keysOf,
    /** Has a person show a picture that she brings along; `commit` runs what is handed to it in a transaction. */
    bringAvatar: <Result>(
      userId: string,
      path: string,
      commit: (record: (tx: Tx) => Promise<unknown>) => Promise<Result | Refusal>,
    ) => changeAvatar(deps, userId, path, commit),
    /** Takes a person's picture away as a moderator decided. */
    removeAvatar: (tx: Tx, id: string) => removeAvatar(tx, deps.replaceAvatar, id),
    forget: async (tx: Tx, { id }: Leaver) => {
      await removeAvatar(tx, deps.replaceAvatar, id)
      return false
    },
  }
}
