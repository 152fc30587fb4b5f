import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/connect.ts'

/** The rooms of two shows; nobody says anything in them meanwhile. */
export async function lockRooms(
  tx: Tx,
  fromShowId: string,
  intoShowId: string,
): Promise<{ from: string | undefined; into: string | undefined }> {
  const { rows } = await sql<{ id: string; show_id: string }>`select id, show_id from conversations
    where show_id in (${fromShowId}, ${intoShowId}) order by id for update`.execute(tx)
  const idOf = (showId: string) => rows.find((row) => row.show_id === showId)?.id
  return { from: idOf(fromShowId), into: idOf(intoShowId) }
}

/** Has a room belong to another show. */
export async function assignRoom(tx: Tx, id: string, showId: string): Promise<void> {
  await tx.updateTable('conversations').set({ show_id: showId }).where('id', '=', id).execute()
}

/**
 * Has one room become part of another: what was said there follows what was said here, in its own order, so that no number
 * that anybody knows of the room that stays changes its meaning. Gives the new last number.
 */
export async function joinRooms(tx: Tx, fromId: string, intoId: string): Promise<number> {
  await sql`update conversation_members into_part set updated_at = now(),
      -- who had read all of both has read all of it
      read_number = case when into_part.read_number >= room.last_number then room.last_number + part.read_number
        else into_part.read_number end,
      muted = into_part.muted and part.muted,
      silenced_until = greatest(into_part.silenced_until, part.silenced_until),
      removed_at = coalesce(into_part.removed_at, part.removed_at)
    from conversation_members part, conversations room
    where part.conversation_id = ${fromId} and into_part.conversation_id = ${intoId} and room.id = ${intoId}
      and into_part.person_id = part.person_id`.execute(tx)
  await sql`insert into conversation_members
      (conversation_id, person_id, read_number, muted, silenced_until, removed_at, created_at)
    select room.id, part.person_id, room.last_number + part.read_number, part.muted, part.silenced_until,
      part.removed_at, part.created_at
    from conversation_members part, conversations room where part.conversation_id = ${fromId} and room.id = ${intoId}
    on conflict do nothing`.execute(tx)
  await sql`update messages m set conversation_id = room.id, number = room.last_number + m.number,
      -- a name that its author used in both is that of the first
      client_id = case when not exists (select 1 from messages other where other.conversation_id = room.id
        and other.author_id = m.author_id and other.client_id = m.client_id) then m.client_id end
    from conversations room where room.id = ${intoId} and m.conversation_id = ${fromId}`.execute(tx)
  const { rows } = await sql<{ last_number: number }>`update conversations room
    set last_number = room.last_number + gone.last_number, last_at = greatest(room.last_at, gone.last_at),
      updated_at = now()
    from conversations gone where room.id = ${intoId} and gone.id = ${fromId} returning room.last_number`.execute(
    tx,
  )
  await tx.deleteFrom('conversations').where('id', '=', fromId).execute()
  return rows[0]?.last_number ?? 0
}
