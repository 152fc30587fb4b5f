import type { Person } from '@sharemyshows/contract/accounts'
import type { Conversation } from '@sharemyshows/contract/chat'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Paging } from '@sharemyshows/contract/paging'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../../platform/http/cursor.ts'
import { avatarOf } from '../../../viewer/people-seen.ts'
import { seesPerson } from '../../../viewer/rule.ts'
import {
  byConversation,
  byMember,
  described,
  isOpen,
  isOpenToEach,
  mayModerate,
  mayWrite,
  ofEach,
  seesMessage,
} from '../policy.ts'
import { type MessageRow, messageOf } from '../rules.ts'

type Place = Omit<Conversation, 'show' | 'person' | 'last_message'> & {
  /** Where it stands in the list. */
  at: string
  show_id: string | null
  person_id: string | null
}
type About = {
  artist_name: string
  title: string | null
  venue_name: string
  starts_at: string
  time_zone: string
  username: string
  display_name: string | null
  avatar: string | null
}
type Row = Place & About & { last: MessageRow | null }

/** What somebody has not read: numbers are counted, also of what was deleted or said by whom she blocks. */
const unread = 'greatest(c.last_number - coalesce(mine.read_number, c.last_number), 0)'

const at = `date_trunc('milliseconds', coalesce(c.last_at, c.created_at))`

/** Each conversation that is open to the viewer, as far as its own row and her part in it say. */
const places = (where: string) => `
  select c.id, c.kind, c.last_number, coalesce(mine.read_number, c.last_number) as read_number, ${unread} as unread,
    coalesce(mine.muted, false) as muted, ${mayWrite} as may_write,
    case when mine.silenced_until > now() then mine.silenced_until end as silenced_until,
    ${mayModerate} as may_moderate, c.created_at, c.updated_at, c.show_id, other.person_id,
    ${at} as at
  from ${where} and ${isOpen}`

const total = `select coalesce(sum(place.unread), 0)::int as unread from (${places(byMember)}) place
  where not place.muted`

/** The same with what they are about, and the last that the viewer can read. */
const whole = (found: string, more = '') => `
  select place.*${more}, coalesce(a.name, s.title) as artist_name, s.title, v.name as venue_name, s.starts_at, s.time_zone,
    p.username, p.display_name, ${avatarOf('p')} as avatar,
    (select to_json(latest) from (
      select ${described} from messages m left join users u on u.id = m.author_id
      where m.conversation_id = place.id and ${seesMessage('m')} order by m.number desc limit 1
    ) latest) as last
  from (${found}) place
    left join shows s on s.id = place.show_id left join artists a on a.id = s.headliner_id
    left join venues v on v.id = s.venue_id left join users p on p.id = place.person_id
  order by place.at desc, place.id desc`

const page = (position: string) =>
  whole(
    `${places(byMember)} ${position} order by ${at} desc, c.id desc limit $2 offset $3`,
    `, (${total}) as total`,
  )
const texts = {
  one: whole(places(byConversation)),
  first: page(''),
  next: page(`and (${at}, c.id) < ($4::timestamptz, $5::uuid)`),
}

const moment = (text: string): string => new Date(text).toISOString()

function conversationOf(found: Row): Conversation {
  const { at, show_id, person_id, artist_name, title, venue_name, starts_at, time_zone, last, ...rest } =
    found
  const { username, display_name, avatar, ...place } = rest
  return {
    ...place,
    show: show_id === null ? null : { id: show_id, artist_name, title, venue_name, starts_at, time_zone },
    person: person_id === null ? null : { id: person_id, username, display_name, avatar },
    last_message:
      last === null
        ? null
        : messageOf({ ...last, created_at: moment(last.created_at), updated_at: moment(last.updated_at) }),
  }
}

/** A conversation that is open to the viewer; undefined otherwise. */
export async function readConversation(
  db: Db,
  viewerId: string,
  id: string,
): Promise<Conversation | undefined> {
  const found = await row<Row>(db, texts.one, [viewerId, id])
  return found && conversationOf(found)
}

const countUnread = async (db: Db, viewerId: string): Promise<number> =>
  (await row<{ unread: number }>(db, total, [viewerId]))?.unread ?? 0

export type ConversationPage = { items: Conversation[]; next_cursor: string | null; unread: number }

/** What somebody has open, the latest first. */
export async function listConversations(
  db: Db,
  viewerId: string,
  paging: Paging,
): Promise<ConversationPage | Refusal> {
  const limit = paging.per_page ?? paging.limit
  const position = paging.cursor === undefined ? undefined : readCursor(paging.cursor)
  if (isRefusal(position)) return position
  const values = [viewerId, limit + 1, ((paging.page ?? 1) - 1) * limit]
  const found =
    position === undefined
      ? await rows<Row & { total: number }>(db, texts.first, values)
      : await rows<Row & { total: number }>(db, texts.next, [...values, position.at, position.id])
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ total, ...place }) => conversationOf(place)),
    next_cursor: last === undefined ? null : writeCursor({ at: last.at, id: last.id }),
    unread: found[0]?.total ?? (await countUnread(db, viewerId)),
  }
}

const pairText = `select p.id, p.username, p.display_name, ${avatarOf('p')} as avatar,
    (select c.id from conversations c where c.pair = concat_ws(':', least($1::uuid, p.id), greatest($1::uuid, p.id)))
      as conversation_id
  from users p where p.id = $2 and ${seesPerson('p.id')}`

/** Somebody who exists for the viewer, and what the two have said to each other. */
export async function readConversationWith(
  db: Db,
  viewerId: string,
  personId: string,
): Promise<{ person: Person; conversation: Conversation | null } | Refusal> {
  if (personId === viewerId) return refuse('own_person')
  const found = await row<Person & { conversation_id: string | null }>(db, pairText, [viewerId, personId])
  if (found === undefined) return refuse('not_found')
  const { conversation_id, ...person } = found
  const conversation =
    conversation_id === null ? undefined : await readConversation(db, viewerId, conversation_id)
  return { person, conversation: conversation ?? null }
}

type Member = { person: string; muted: boolean; kind: Conversation['kind']; last_number: number }
const members = `select m.person_id as person, m.muted, c.kind, c.last_number
  from conversation_members m join conversations c on c.id = m.conversation_id where c.id = $1`
const unreadOfEach = `select viewer.id as person, (${ofEach(total)}) as unread
  from unnest($1::uuid[]) as viewer (id) where ${isOpenToEach}`

/** How far a conversation is, and what one of those who take part in it has not read in all of hers. */
export type News = { person: string; number: number; unread: number }

/** News of a conversation for those whom `wanted` picks from who takes part in it. */
export async function readNews(db: Db, id: string, wanted: (member: Member) => boolean): Promise<News[]> {
  const picked = (await rows<Member>(db, members, [id])).filter(wanted)
  const [first] = picked
  if (first === undefined) return []
  const people = picked.map(({ person }) => person)
  const found = await rows<{ person: string; unread: number }>(db, unreadOfEach, [people, id])
  return found.map((one) => ({ ...one, number: first.last_number }))
}
