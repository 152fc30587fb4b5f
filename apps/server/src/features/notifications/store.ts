import type { NotificationKind } from '@sharemyshows/contract/notifications'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/db/ids.ts'

/** What happened, and to whom it is told. */
export type News = {
  kind: NotificationKind
  to: readonly string[]
  /** Who did it; she herself is not told. */
  actorId?: string
  showId?: string
  commentId?: string
  conversationId?: string
  requestId?: string
  /** Words that are not to be found elsewhere. */
  note?: string
  /** While unread, several with one topic are one with a count. */
  topic?: string
}

export async function insertNotifications(tx: Tx, news: News): Promise<void> {
  const to = news.to.filter((person) => person !== news.actorId)
  if (to.length === 0) return
  await tx
    .insertInto('notifications')
    .values(
      to.map((person) => ({
        id: newId(),
        person_id: person,
        kind: news.kind,
        actor_id: news.actorId ?? null,
        show_id: news.showId ?? null,
        comment_id: news.commentId ?? null,
        conversation_id: news.conversationId ?? null,
        request_id: news.requestId ?? null,
        note: news.note ?? null,
      })),
    )
    .execute()
}
