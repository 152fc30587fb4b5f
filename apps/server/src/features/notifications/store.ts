import type { NotificationKind } from '@sharemyshows/contract/notifications'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/db/ids.ts'
import { minutesUntilMail, READ_DAYS, topicOf, UNREAD_DAYS, USUAL } from './rules.ts'

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
  /** While unread, several with one topic are one with a count; see `topicOf`. */
  topic?: string
}

/** One that was written: whose, and whether a mail is due at once. */
export type Written = { id: string; person_id: string; in_app: boolean; mailed: boolean }

/**
 * Writes down for each who wants to hear of it what happened, but for those who parted from whoever did it and those who
 * leave. Who is suspended hears of what moderators decided, and of nothing else.
 */
export async function insertNotifications(tx: Tx, to: readonly string[], news: News): Promise<Written[]> {
  const { kind, actorId, showId, commentId, conversationId, requestId, note } = news
  const usual = USUAL[kind]
  const actor = sql`${actorId ?? null}::uuid`
  const found = await sql<Written>`
    with told as (
      select t.id, u.id as person_id, coalesce(c.in_app, ${usual.in_app}) as in_app,
        coalesce(c.mail, ${usual.mail}) and u.email_verified as mail
      from unnest(${to.map(newId)}::uuid[], ${to}::uuid[]) as t (id, person_id) join users u on u.id = t.person_id
        left join notification_settings c on c.person_id = u.id and c.kind = ${kind}
      where u.leaves_at is null and (u.suspended_at is null or ${kind === 'moderation'})
        and not exists (select 1 from relationships r where r.kind = 'block' and r.from_id = u.id and r.to_id = ${actor})
        and not exists (select 1 from relationships r where r.kind = 'block' and r.from_id = ${actor} and r.to_id = u.id))
    insert into notifications as n (id, person_id, kind, topic, actor_id, show_id, comment_id, conversation_id,
      request_id, note, in_app, mail_at)
    select id, person_id, ${kind}, ${topicOf(news)}, ${actor}, ${showId ?? null}::uuid, ${commentId ?? null}::uuid,
      ${conversationId ?? null}::uuid, ${requestId ?? null}::uuid, ${note ?? null}, in_app,
      case when mail then now() + make_interval(mins => ${minutesUntilMail(kind)}) end
    from told where in_app or mail order by person_id
    on conflict (person_id, topic) where read_at is null do update set
      -- of follows the people count, of all else the deeds
      count = n.count + (n.kind <> 'follow' or n.actor_id is distinct from excluded.actor_id)::int,
      actor_id = excluded.actor_id, show_id = excluded.show_id, comment_id = excluded.comment_id,
      request_id = excluded.request_id, note = excluded.note, in_app = n.in_app or excluded.in_app,
      updated_at = excluded.updated_at
    returning n.id, n.person_id, n.in_app, coalesce(n.mail_at <= now(), false) as mailed`.execute(tx)
  return found.rows
}

/** Marks as read what is unread of a person: these, those of a topic, or all; gives one of them, if there were any. */
export async function markRead(
  tx: Tx,
  personId: string,
  which: { ids?: readonly string[] | undefined; topic?: string } = {},
): Promise<string | undefined> {
  const { ids, topic } = which
  const read = await tx
    .updateTable('notifications')
    .set({ read_at: sql`now()` })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .$if(ids !== undefined, (q) => q.where(sql<boolean>`id = any (${ids}::uuid[])`))
    .$if(topic !== undefined, (q) => q.where('topic', '=', topic ?? ''))
    .$if(topic === undefined, (q) => q.where('in_app', '=', true))
    .returning('id')
    .execute()
  return read[0]?.id
}

/** Some of those that are to be mailed now; others do not take them meanwhile. */
export async function takeDue(tx: Tx, atMost: number): Promise<{ id: string; person_id: string }[]> {
  const due = await sql<{ id: string; person_id: string }>`select id, person_id from notifications
    where mail_at <= now() order by mail_at limit ${atMost} for update skip locked`.execute(tx)
  return due.rows
}

/** Says that these were mailed; those that only waited for that go. */
export async function markMailed(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from notifications where id = any (${ids}::uuid[]) and not in_app`.execute(tx)
  await sql`update notifications set mail_at = null where id = any (${ids}::uuid[])`.execute(tx)
}

/** Removes some of what is old; gives how many. */
export async function deleteOld(tx: Tx, atMost: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from notifications where id in (select id from notifications
    where updated_at < now() - make_interval(days => ${READ_DAYS}) and read_at < now() - make_interval(days => ${READ_DAYS})
      or updated_at < now() - make_interval(days => ${UNREAD_DAYS}) limit ${atMost})`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export type Choice = { kind: NotificationKind; in_app?: boolean | undefined; mail?: boolean | undefined }

/** Writes down where somebody wants to hear of a kind; a way that is not said stays as it is. */
export async function upsertSetting(tx: Tx, personId: string, { kind, in_app, mail }: Choice): Promise<void> {
  const usual = USUAL[kind]
  await tx
    .insertInto('notification_settings')
    .values({ person_id: personId, kind, in_app: in_app ?? usual.in_app, mail: mail ?? usual.mail })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'kind']).doUpdateSet({
        ...(in_app !== undefined && { in_app }),
        ...(mail !== undefined && { mail }),
        updated_at: sql`now()`,
      }),
    )
    .execute()
}

/** The kinds of which somebody has chosen where to hear. */
export async function findChosen(tx: Tx, personId: string): Promise<NotificationKind[]> {
  const found = await tx
    .selectFrom('notification_settings')
    .select('kind')
    .where('person_id', '=', personId)
    .execute()
  return found.map(({ kind }) => kind as NotificationKind)
}

export async function deleteSettings(
  tx: Tx,
  personId: string,
  kinds: readonly NotificationKind[],
): Promise<void> {
  if (kinds.length === 0) return
  await tx
    .deleteFrom('notification_settings')
    .where('person_id', '=', personId)
    .where('kind', 'in', kinds)
    .execute()
}

/** Moves what was told of one show to another. */
export async function moveNotifications(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.updateTable('notifications').set({ show_id: intoId }).where('show_id', '=', fromId).execute()
}
