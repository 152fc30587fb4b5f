import type { ActivityType } from '@sharemyshows/contract/feed'
import type { Audience } from '@sharemyshows/contract/fields'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/db/ids.ts'

/** Something somebody did; `audience` is that of the thing itself. */
export type Deed = {
  type: ActivityType
  actorId: string
  audience: Audience
  showId?: string
  attendanceId?: string
  commentId?: string
  targetId?: string
}

/** Writes down what somebody did, in the transaction that does it. */
export async function insertActivity(tx: Tx, deed: Deed): Promise<void> {
  await tx
    .insertInto('activities')
    .values({
      id: newId(),
      type: deed.type,
      actor_id: deed.actorId,
      audience: deed.audience,
      show_id: deed.showId ?? null,
      attendance_id: deed.attendanceId ?? null,
      comment_id: deed.commentId ?? null,
      target_id: deed.targetId ?? null,
    })
    .execute()
}
