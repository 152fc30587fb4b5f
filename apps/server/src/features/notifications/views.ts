import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Notification, NotificationSetting } from '@sharemyshows/contract/notifications'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { avatarOf } from '../../viewer/people-seen.ts'
import { seesComment, seesPerson, seesShow } from '../../viewer/rule.ts'
import { MOST_COUNTED, sentenceOf, settingsOf } from './rules.ts'

type Row = Omit<Notification, 'text'> & { title: string | null; note: string | null; in_room: boolean }

/**
 * What was told (alias `n`) to the viewer `$1`, with what it tells of, as far as she may still see that: what was hidden
 * from her since, or is of somebody she parted from, is not told any more.
 */
const told = `notifications n left join users u on u.id = n.actor_id
    left join shows s on s.id = n.show_id left join artists headliner on headliner.id = s.headliner_id
    left join comments c on c.id = n.comment_id
    left join conversations room on room.id = n.conversation_id
    left join relationships request on request.id = n.request_id
  where n.person_id = $1::uuid
    and (n.actor_id is null or ${seesPerson('n.actor_id')})
    and (n.show_id is null or ${seesShow('s')})
    and (n.comment_id is null or ${seesComment('c')})
    and (n.request_id is null or request.id is not null)
    and (n.conversation_id is null or (select true from conversation_members taking
      where taking.conversation_id = n.conversation_id and taking.person_id = $1::uuid and taking.removed_at is null))`

const described = `n.id, n.kind, n.count, n.note, n.show_id, n.comment_id, n.conversation_id, n.read_at, n.created_at,
  n.updated_at, case when s.organizer_id is not null then n.show_id end as event_id,
  case when request.state = 'pending' then n.request_id end as request_id,
  case when u.id is not null then json_build_object('id', u.id, 'username', u.username,
    'display_name', u.display_name, 'avatar', ${avatarOf('u')}) end as actor,
  coalesce(s.title, headliner.name) as title, coalesce(room.kind = 'show', false) as in_room`

const unread = `select count(*)::int as unread
  from (select from ${told} and n.in_app and n.read_at is null limit ${MOST_COUNTED}) x`

/** One row of nothing but the number when there is nothing on the page. */
const page = `select counted.unread, p.* from (${unread}) counted left join lateral (
    select ${described} from ${told} and n.in_app and (not $2::boolean or n.read_at is null)
      and ($3::timestamptz is null or (n.updated_at, n.id) < ($3::timestamptz, $4::uuid))
    order by n.updated_at desc, n.id desc limit $5 offset $6) p on true
  order by p.updated_at desc, p.id desc`

const one = `select ${described} from ${told} and n.id = $2`

const notification = (found: Row): Notification => {
  const { title, note, in_room, ...rest } = found
  const name = rest.actor && (rest.actor.display_name ?? rest.actor.username)
  return { ...rest, text: sentenceOf({ ...rest, name, title, note, inRoom: in_room }) }
}

/** How much a person has not read. */
export const countUnread = async (db: Db, personId: string): Promise<number> =>
  (await row<{ unread: number }>(db, unread, [personId]))?.unread ?? 0

/** One of a person's own, unless it tells of what she no longer sees. */
export async function readNotification(
  db: Db,
  personId: string,
  id: string,
): Promise<Notification | undefined> {
  const found = await row<Row>(db, one, [personId, id])
  return found && notification(found)
}

type Mailed = Notification & { to: string; username: string }

/** The same with the address it goes to; undefined when it was read meanwhile. */
export async function readMailed(db: Db, personId: string, id: string): Promise<Mailed | undefined> {
  const found = await readNotification(db, personId, id)
  if (found === undefined || found.read_at !== null) return undefined
  const person = await row<{ to: string; username: string }>(
    db,
    'select email as "to", username from users where id = $1 and email_verified and leaves_at is null',
    [personId],
  )
  return person && { ...found, ...person }
}

type Query = {
  unread: 'true' | 'false'
  limit: number
  cursor?: string | undefined
  page?: number | undefined
  per_page?: number | undefined
}
type Page = { items: Notification[]; next_cursor: string | null; unread: number }

/** A page of what a person was told, the latest first. */
export async function listNotifications(db: Db, personId: string, query: Query): Promise<Page | Refusal> {
  const limit = query.per_page ?? query.limit
  const position = query.cursor === undefined ? undefined : readCursor(query.cursor)
  if (isRefusal(position)) return position
  const found = await rows<Row & { unread: number }>(db, page, [
    personId,
    query.unread === 'true',
    position?.at ?? null,
    position?.id ?? null,
    limit + 1,
    ((query.page ?? 1) - 1) * limit,
  ])
  const shown = found.filter(({ id }) => id !== null).slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ unread: _counted, ...rest }) => notification(rest)),
    next_cursor: last === undefined ? null : writeCursor({ at: last.updated_at, id: last.id }),
    unread: found[0]?.unread ?? 0,
  }
}

/** Where a person wants to hear of each kind. */
export async function readSettings(db: Db, personId: string): Promise<{ items: NotificationSetting[] }> {
  const chosen = await rows<NotificationSetting>(
    db,
    'select kind, in_app, mail from notification_settings where person_id = $1',
    [personId],
  )
  return { items: settingsOf(chosen) }
}
