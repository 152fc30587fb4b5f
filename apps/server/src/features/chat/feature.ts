import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Notifications } from '../notifications/feature.ts'
import { removeMessage } from './actions/change-message.ts'
import { forgetPerson } from './actions/forget-person.ts'
import { moveToShow } from './actions/move-to-show.ts'
import { live } from './live.ts'
import { findAdmitted } from './policy.ts'
import { chatRoutes } from './routes.ts'

export type ChatOptions = { db: Db } & Pick<Notifications, 'tell' | 'readTopic'>

/** Chat: what people say to each other, in the room of a show or between two. */
export function createChat(options: ChatOptions) {
  const { db } = options
  return {
    /** Takes a message's words away, as a moderator decided; it may be gone. */
    remove: removeMessage,
    routes: (routes: Routes) => chatRoutes(routes, options),
    live: live({ ...options, admitted: (people, id) => findAdmitted(db, people, id) }),
    moveToShow,
    forget: forgetPerson,
  }
}
