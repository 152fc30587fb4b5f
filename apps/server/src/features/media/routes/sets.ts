import { changeMediaAudiences } from '@sharemyshows/contract/audiences'
import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import * as contract from '@sharemyshows/contract/media-sets'
import type { Db } from '../../../platform/db/connect.ts'
import type { Routes } from '../../../platform/http/route.ts'
import { changeAudiences } from '../actions/change-audiences.ts'
import { deleteMedia } from '../actions/delete-media.ts'
import type { JoinShow } from '../actions/join-show.ts'
import { moveMedia } from '../actions/move-media.ts'
import { restoreMedia } from '../actions/restore-media.ts'
import { readStorageUse } from '../views/storage-use.ts'

const counted = (changed: number | Refusal) => (isRefusal(changed) ? changed : { changed })

/** Several media at once, of any kind. */
export function setRoutes(routes: Routes, deps: { db: Db; quota: number; join: JoinShow }): void {
  routes(contract.deleteMedia, async ({ actor, body, write }) =>
    write(async (tx) => counted(await deleteMedia(tx, actor, body.ids))),
  )
  routes(contract.restoreMedia, async ({ actor, body, write }) =>
    write(async (tx) => counted(await restoreMedia(tx, deps, actor, body.ids))),
  )
  routes(contract.moveMedia, async ({ actor, body, write }) =>
    write(async (tx) => counted(await moveMedia(tx, deps, actor, body))),
  )
  routes(changeMediaAudiences, async ({ actor, body, write }) =>
    write(async (tx) => counted(await changeAudiences(tx, actor, body.audience))),
  )
  routes(contract.readStorageUse, async ({ actor }) => readStorageUse(deps.db, actor.id, deps.quota))
}
