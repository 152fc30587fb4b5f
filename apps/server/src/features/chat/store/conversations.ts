import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'

/** The room of a show, made when it is not there yet; undefined when the show has just gone. */
export async function makeRoom(tx: Tx, showId: string): Promise<string | undefined> {
  await sql`insert into conversations (id, kind, show_id)
    select ${newId()}::uuid, 'show', s.id from (select id from shows where id = ${showId} for key share) s
    on conflict (show_id) do nothing`.execute(tx)
  const found = await tx
    .selectFrom('conversations')
    .select('id')
    .where('show_id', '=', showId)
    .executeTakeFirst()
  return found?.id
}

/** The conversation of two people, made when there is none. */
export async function makeDirect(tx: Tx, oneId: string, otherId: string): Promise<string> {
  const people = [oneId, otherId].sort()
  const pair = people.join(':')
  await sql`insert into conversations (id, kind, pair) values (${newId()}, 'direct', ${pair})
    on conflict (pair) do nothing`.execute(tx)
  const { id } = await tx
    .selectFrom('conversations')
    .select('id')
    .where('pair', '=', pair)
    .executeTakeFirstOrThrow()
  for (const person of people) await insertMember(tx, id, person)
  return id
}

/** Has somebody take part in a conversation; what was said so far counts as read. */
export async function insertMember(tx: Tx, conversationId: string, personId: string): Promise<void> {
  await sql`insert into conversation_members (conversation_id, person_id, read_number)
    select c.id, ${personId}::uuid, c.last_number from conversations c where c.id = ${conversationId}
    on conflict do nothing`.execute(tx)
}

/** Has others wait who want the next number of a conversation; false when it has just gone. */
export async function lockConversation(tx: Tx, id: string): Promise<boolean> {
  const found = await sql`select id from conversations where id = ${id} for no key update`.execute(tx)
  return found.rows.length > 0
}

/** Never goes back, and never beyond what was said; false when nothing changed. */
export async function markRead(
  tx: Tx,
  conversationId: string,
  personId: string,
  number: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update conversation_members m set read_number = least(${number}::int, c.last_number), updated_at = now()
    from conversations c where c.id = m.conversation_id and m.conversation_id = ${conversationId}
      and m.person_id = ${personId} and m.read_number < least(${number}::int, c.last_number)`.execute(tx)
  return numAffectedRows === 1n
}

export async function setMuted(
  tx: Tx,
  conversationId: string,
  personId: string,
  muted: boolean,
): Promise<void> {
  await tx
    .updateTable('conversation_members')
    .set({ muted, updated_at: sql`now()` })
    .where('conversation_id', '=', conversationId)
    .where('person_id', '=', personId)
    .execute()
}

export type Silence = { minutes?: number | undefined; removed?: boolean | undefined }
export type Silenced = { silenced_until: string | null; removed: boolean }

/** What is not given stays. */
export async function silenceMember(
  tx: Tx,
  conversationId: string,
  personId: string,
  { minutes = -1, removed }: Silence,
): Promise<Silenced> {
  const found = await sql<Silenced>`update conversation_members m set
      silenced_until = case when ${minutes}::int > 0 then now() + make_interval(mins => ${minutes}::int)
        when ${minutes}::int < 0 then m.silenced_until end,
      removed_at = case when ${removed ?? null}::boolean then coalesce(m.removed_at, now())
        when ${removed ?? null}::boolean is null then m.removed_at end,
      updated_at = now()
    where conversation_id = ${conversationId} and person_id = ${personId}
    returning silenced_until, removed_at is not null as removed`.execute(tx)
  const [silenced] = found.rows
  if (silenced === undefined) throw new Error('silenced somebody who takes no part')
  return silenced
}
