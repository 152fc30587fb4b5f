import * as contract from '@sharemyshows/contract/notifications'
import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { changeSettings } from './actions/change-settings.ts'
import { read } from './actions/read.ts'
import { countUnread, listNotifications, readSettings } from './views.ts'

export function notificationRoutes(routes: Routes, db: Db): void {
  routes(contract.listNotifications, async ({ actor, query }) => listNotifications(db, actor.id, query))
  routes(contract.readNotifications, async ({ actor, body, write }) =>
    write(async (tx) => {
      await read(tx, actor.id, { ids: body?.ids })
      return { unread: await countUnread(tx, actor.id) }
    }),
  )
  routes(contract.readNotificationSettings, async ({ actor }) => readSettings(db, actor.id))
  routes(contract.changeNotificationSettings, async ({ actor, body, write }) =>
    write(async (tx) => {
      await changeSettings(tx, actor, body.items)
      return readSettings(tx, actor.id)
    }),
  )
}
