import { insertNotifications } from './store.ts'

export type Notifications = ReturnType<typeof createNotifications>
export type { News } from './store.ts'

/** Notifications: what somebody is told, in the app, live, and by mail. */
export function createNotifications() {
  return { tell: insertNotifications }
}
