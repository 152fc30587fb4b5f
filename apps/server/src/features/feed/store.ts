import type { ActivityType } from '@sharemyshows/contract/feed'
import type { Audience } from '@sharemyshows/contract/fields'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/db/ids.ts'
import { GATHER_MINUTES, hintOf, isGathered } from './rules.ts'

/** Something somebody did; `audience` is that of the thing itself. */
export type Deed = {
  type: ActivityType
  actorId: string
  audience: Audience
  showId?: string
  attendanceId?: string
  commentId?: string
  /** Who is followed or a friend now, and by which relationship. */
  targetId?: string
  relationshipId?: string
}

/**
 * Writes down what somebody did, in the transaction that does it. What is done once at a show (an answer, an arrival) is
 * the same activity when it is done again, and moves up; media join what is being gathered.
 */
export async function insertActivity(tx: Tx, deed: Deed): Promise<void> {
  if (isGathered(deed.type) && (await joinGathered(tx, deed))) return
  const until = isGathered(deed.type) ? GATHER_MINUTES : null
  await sql`insert into activities as a
      (id, actor_id, type, audience, show_id, attendance_id, comment_id, target_id, relationship_id, gathers_until)
    values (${newId()}, ${deed.actorId}, ${deed.type}, ${hintOf(deed.type, deed.audience)}, ${deed.showId ?? null},
      ${deed.attendanceId ?? null}, ${deed.commentId ?? null}, ${deed.targetId ?? null},
      ${deed.relationshipId ?? null}, now() + make_interval(mins => ${until}::int))
    on conflict (show_id, actor_id, type) where type in ('RSVP', 'CHECKIN', 'SHOW_ADDED', 'EVENT_CREATED')
      do update set id = excluded.id, audience = excluded.audience, attendance_id = excluded.attendance_id,
        created_at = excluded.created_at, updated_at = now()`.execute(tx)
}

/**
 * Has a medium count for what its owner is adding to the show; false when she begins only now. What began in a
 * transaction before the first one's, and is written after it, belongs to it too.
 */
async function joinGathered(tx: Tx, { type, actorId, audience, showId }: Deed): Promise<boolean> {
  const adding = `${type} of ${actorId} at ${showId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${adding}, 0))`.execute(tx)
  const { numAffectedRows } =
    await sql`update activities set created_at = least(created_at, now()), updated_at = now(),
      audience = case when audience = 'private' then ${audience}::audience
        when ${audience}::audience in (audience, 'private') then audience else 'public' end
    where show_id = ${showId} and actor_id = ${actorId} and type = ${type} and gathers_until > now()`.execute(
      tx,
    )
  return (numAffectedRows ?? 0n) > 0n
}

/** Moves what was done at one show to another; what somebody does once at a show she has done once. */
export async function moveActivities(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await sql`delete from activities b using activities a
    where b.show_id = ${fromId} and a.show_id = ${intoId} and a.actor_id = b.actor_id and a.type = b.type
      and a.type in ('RSVP', 'CHECKIN', 'SHOW_ADDED', 'EVENT_CREATED')`.execute(tx)
  await tx.updateTable('activities').set({ show_id: intoId }).where('show_id', '=', fromId).execute()
}
