import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { bringSettings, takeSettingsBack } from './actions/change-settings.ts'
import { read } from './actions/read.ts'
import { tell } from './actions/tell.ts'
import { cron, jobs } from './jobs.ts'
import { hearComment } from './listeners.ts'
import { live } from './live.ts'
import { notificationRoutes } from './routes.ts'
import { moveNotifications } from './store.ts'

export type NotificationsOptions = {
  db: Db
  /** Address of this server in mails. */
  home: string
}
export type Notifications = Omit<ReturnType<typeof createNotifications>, 'routes'>
export type { News } from './store.ts'

/** Notifications: what somebody is told, in the app, live, and by mail. */
export function createNotifications({ db, home }: NotificationsOptions) {
  return {
    tell,
    /** Has what was told a person of a topic be read, because she reads the thing itself. */
    readTopic: (tx: Tx, personId: string, topic: string) => read(tx, personId, { topic }),
    hearComment,
    /** What somebody chose elsewhere and brings along. */
    bringSettings,
    takeSettingsBack,
    routes: (routes: Routes) => notificationRoutes(routes, db),
    live: live(db),
    jobs: jobs(db, home),
    cron,
    moveToShow: moveNotifications,
  }
}
