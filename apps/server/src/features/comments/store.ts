import { RESTORE_MINUTES } from '@sharemyshows/contract/comments'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import { idAt, newId } from '../../platform/db/ids.ts'
import type { SeenShowId } from '../../viewer/gate.ts'

/** Somebody meant by a name in a text; `written` is that name, folded. */
export type Mention = { userId: string; written: string }

/** Gives the new comment's id; undefined when the show has just gone. */
export async function insertComment(
  tx: Tx,
  showId: SeenShowId,
  authorId: string,
  content: string,
): Promise<string | undefined> {
  const made = await sql<{ id: string }>`insert into comments (id, show_id, author_id, content)
    select ${newId()}::uuid, s.id, ${authorId}::uuid, ${content}
    from (select id from shows where id = ${showId} for key share) s returning id`.execute(tx)
  return made.rows[0]?.id
}

/** What somebody said elsewhere. */
export type Said = { showId: SeenShowId; content: string; edited: boolean; createdAt: string }

/** The comment that somebody made of a show with these words at this time. */
export async function findSaid(
  tx: Tx,
  authorId: string,
  { showId, content, createdAt }: Said,
): Promise<string | undefined> {
  const found = await sql<{
    id: string
  }>`select id from comments where show_id = ${showId} and author_id = ${authorId}
    and content = ${content} and date_trunc('milliseconds', created_at) = ${createdAt}::timestamptz and deleted_at is null
    limit 1`.execute(tx)
  return found.rows[0]?.id
}

/** Gives the id of a comment that was made elsewhere; undefined when the show has just gone. */
export async function insertSaid(
  tx: Tx,
  authorId: string,
  { showId, content, edited, createdAt }: Said,
): Promise<string | undefined> {
  const made = await sql<{ id: string }>`
    insert into comments (id, show_id, author_id, content, edited, created_at)
    select ${idAt(createdAt)}::uuid, s.id, ${authorId}::uuid, ${content}, ${edited}::boolean, ${createdAt}::timestamptz
    from (select id from shows where id = ${showId} for key share) s returning id`.execute(tx)
  return made.rows[0]?.id
}

/** Deletes somebody's comment for good where it still says this; gives its show. */
export async function deleteOwn(
  tx: Tx,
  authorId: string,
  id: string,
  content: string,
): Promise<string | undefined> {
  const gone = await tx
    .deleteFrom('comments')
    .where('id', '=', id)
    .where('author_id', '=', authorId)
    .where('content', '=', content)
    .returning('show_id')
    .executeTakeFirst()
  return gone?.show_id
}

/** Makes these the people meant in a comment; gives those who were not before. */
export async function writeMentions(
  tx: Tx,
  commentId: string,
  mentions: readonly Mention[],
): Promise<string[]> {
  const ids = mentions.map(({ userId }) => userId)
  await sql`delete from comment_mentions
    where comment_id = ${commentId} and user_id <> all (${ids}::uuid[])`.execute(tx)
  if (ids.length === 0) return []
  const before = await tx
    .selectFrom('comment_mentions')
    .select('user_id')
    .where('comment_id', '=', commentId)
    .execute()
  await sql`insert into comment_mentions (comment_id, user_id, written)
    select ${commentId}::uuid, m.user_id, m.written
    from unnest(${ids}::uuid[], ${mentions.map(({ written }) => written)}::text[]) as m (user_id, written)
    on conflict (comment_id, user_id) do update set written = excluded.written`.execute(tx)
  const known = new Set(before.map((row) => row.user_id))
  return ids.filter((id) => !known.has(id))
}

export type Written = { content: string; mentions: { written: string; username: string }[] }

/** A comment's text with the names in it and what those people are called now; others wait to change it. */
export async function lockContent(tx: Tx, id: string): Promise<Written | undefined> {
  const found = await sql<Written>`select c.content,
      coalesce((select json_agg(json_build_object('written', n.written, 'username', u.username))
        from comment_mentions n join users u on u.id = n.user_id where n.comment_id = c.id), '[]') as mentions
    from comments c where c.id = ${id} and c.deleted_at is null for no key update of c`.execute(tx)
  return found.rows[0]
}

export async function updateContent(tx: Tx, id: string, content: string): Promise<void> {
  await tx
    .updateTable('comments')
    .set({ content, edited: true, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .execute()
}

/** True when the comment was there and is hidden now. */
export async function markDeleted(tx: Tx, id: string, personId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('comments')
    .set({ deleted_at: sql`now()`, deleted_by: personId })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Deletes a comment as a moderator does, so that its author cannot put it back; gives its show. */
export async function takeAway(tx: Tx, id: string, moderatorId: string): Promise<string | undefined> {
  const taken = await tx
    .updateTable('comments')
    .set({ deleted_at: sql`coalesce(deleted_at, now())`, deleted_by: moderatorId })
    .where('id', '=', id)
    .returning('show_id')
    .executeTakeFirst()
  return taken?.show_id
}

/** Gives the show whose comment is back; undefined when there is nothing that this person could put back. */
export async function unmarkDeleted(tx: Tx, id: string, personId: string): Promise<string | undefined> {
  const back = await tx
    .updateTable('comments')
    .set({ deleted_at: null, deleted_by: null })
    .where('id', '=', id)
    .where('deleted_by', '=', personId)
    .where('deleted_at', '>', sql<string>`now() - make_interval(mins => ${RESTORE_MINUTES})`)
    .returning('show_id')
    .executeTakeFirst()
  return back?.show_id
}

/** Takes away for good what can no longer be put back; gives what it was and whose. */
export async function purgeDeleted(tx: Tx): Promise<{ id: string; userId: string | null }[]> {
  return tx
    .deleteFrom('comments')
    .where('deleted_at', '<', sql<string>`now() - make_interval(mins => ${RESTORE_MINUTES})`)
    .returning(['id', 'author_id as userId'])
    .execute()
}

/** Moves all comments of one show to another, those that can still be put back included. */
export async function moveComments(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.updateTable('comments').set({ show_id: intoId }).where('show_id', '=', fromId).execute()
}

/**
 * Takes the words off some of what a person said, and her name; what she had deleted goes altogether. Gives the shows, one
 * for each comment.
 */
export async function takeWords(tx: Tx, authorId: string, atMost: number): Promise<string[]> {
  const found = await sql<{ show_id: string }>`
    with chosen as (select id from comments where author_id = ${authorId} order by id limit ${atMost} for update),
      gone as (delete from comments c using chosen
        where c.id = chosen.id and c.deleted_at is not null returning c.show_id),
      unmeant as (delete from comment_mentions n using chosen where n.comment_id = chosen.id),
      wordless as (update comments c set content = '', author_id = null, edited = false from chosen
        where c.id = chosen.id and c.deleted_at is null returning c.show_id)
    select show_id from gone union all select show_id from wordless`.execute(tx)
  return found.rows.map((row) => row.show_id)
}

/** A comment that means somebody by a name, folded. */
export type Naming = { id: string; showId: string; content: string; written: string }

/** Some of the comments in which a person is meant; others wait to change them. */
export async function findNaming(tx: Tx, personId: string, atMost: number): Promise<Naming[]> {
  const found = await sql<Naming>`select c.id, c.show_id as "showId", c.content, n.written
    from comment_mentions n join comments c on c.id = n.comment_id
    where n.user_id = ${personId} order by c.id limit ${atMost} for no key update of c`.execute(tx)
  return found.rows
}

/** Has these comments mean a person no longer. */
export async function unname(
  tx: Tx,
  personId: string,
  comments: readonly Pick<Naming, 'id' | 'content'>[],
): Promise<void> {
  const ids = comments.map(({ id }) => id)
  await sql`update comments c set content = n.content
    from unnest(${ids}::uuid[], ${comments.map(({ content }) => content)}::text[]) as n (id, content)
    where c.id = n.id`.execute(tx)
  await sql`delete from comment_mentions where user_id = ${personId} and comment_id = any (${ids}::uuid[])`.execute(
    tx,
  )
}
