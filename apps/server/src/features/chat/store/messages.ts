import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'

export type NewMessage = {
  conversationId: string
  authorId: string
  text: string
  clientId: string | undefined
  /** May she say something new, or only hear that she said it? */
  mayWrite: boolean
}
export type Kept = { id: string; number: number; text: string; touched: boolean; added: boolean }

/**
 * Gives a message the next number of its conversation, whose row the caller holds locked, or finds the one that its
 * author sent under the same name before. Undefined when there is none and she may not write.
 */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<Kept | undefined> {
  const { conversationId, authorId, text, clientId = null, mayWrite } = message
  const found = await sql<Kept>`
    with first as (
      select id, number, text, edited or deleted_at is not null as touched, false as added from messages
      where conversation_id = ${conversationId} and author_id = ${authorId} and client_id = ${clientId}::text
    ), next as (
      update conversations set last_number = last_number + 1, last_at = clock_timestamp(), updated_at = now()
      where id = ${conversationId} and ${mayWrite}::boolean and not exists (select 1 from first)
      returning id, last_number
    ), made as (
      insert into messages (id, conversation_id, number, author_id, client_id, text)
      select ${newId()}::uuid, next.id, next.last_number, ${authorId}::uuid, ${clientId}::text, ${text} from next
      returning id, number, text, false as touched, true as added
    ) select * from first union all select * from made`.execute(tx)
  return found.rows[0]
}

/** A message as far as it decides who may do what; others wait to change it. */
export type Subject = { author_id: string | null; text: string; deleted: boolean }

export async function lockMessage(tx: Tx, conversationId: string, id: string): Promise<Subject | undefined> {
  const found = await sql<Subject>`select author_id, text, deleted_at is not null as deleted from messages
    where id = ${id} and conversation_id = ${conversationId} for no key update`.execute(tx)
  return found.rows[0]
}

export async function updateText(tx: Tx, id: string, text: string): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ text, edited: true, updated_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute()
}

export type Removed = { conversationId: string; authorId: string | null }

/** Takes the words of a message away for good; undefined when there are none any more. */
export async function emptyMessage(tx: Tx, id: string, byId: string): Promise<Removed | undefined> {
  return tx
    .updateTable('messages')
    .set({
      text: '',
      deleted_at: sql`clock_timestamp()`,
      deleted_by: byId,
      updated_at: sql`clock_timestamp()`,
    })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning(['conversation_id as conversationId', 'author_id as authorId'])
    .executeTakeFirst()
}

/** Takes the words and the name off some of what a person said; gives their ids by conversation. */
export async function takeWords(tx: Tx, authorId: string, atMost: number): Promise<Map<string, string[]>> {
  const found = await sql<{ id: string; conversation_id: string }>`
    update messages m set text = '', author_id = null, client_id = null, edited = false,
      deleted_at = coalesce(m.deleted_at, clock_timestamp()), updated_at = clock_timestamp()
    from (select id from messages where author_id = ${authorId} order by id limit ${atMost} for update) chosen
    where m.id = chosen.id returning m.id, m.conversation_id`.execute(tx)
  const byConversation = Map.groupBy(found.rows, (row) => row.conversation_id)
  return new Map([...byConversation].map(([id, messages]) => [id, messages.map((message) => message.id)]))
}

/** Deletes direct conversations that nobody but this person is left of. */
export async function deleteDeserted(tx: Tx, personId: string): Promise<void> {
  await sql`delete from conversations c using conversation_members mine
    where c.kind = 'direct' and mine.conversation_id = c.id and mine.person_id = ${personId}
      and not exists (select 1 from conversation_members other
        where other.conversation_id = c.id and other.person_id <> ${personId})`.execute(tx)
}
