import type { Db } from '../../platform/db/connect.ts'
import type { LivePart } from '../../platform/live/live.ts'
import { countUnread, readNotification } from './views.ts'

/** What a person's open pages are told when one was written or read: its words as she may read them now, and the number. */
export const live = (db: Db): LivePart => ({
  personal: {
    notification: async (userId, id) => {
      const [told, unread] = await Promise.all([readNotification(db, userId, id), countUnread(db, userId)])
      const state = told === undefined ? 'gone' : told.read_at === null ? 'told' : 'read'
      return { id, state, progress: 1, ...(state === 'told' && { message: told?.text }), unread }
    },
  },
})
