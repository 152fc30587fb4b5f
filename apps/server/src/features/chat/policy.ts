import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { isPresent } from '../../platform/live/presences.ts'
import { avatarOf } from '../../viewer/people-seen.ts'
import { seesPerson, seesShow } from '../../viewer/rule.ts'

/*
 * Pieces of SQL about a conversation: `c` is its row, `s` its show, `mine` the viewer's part in it and `other` that of
 * the other person of a direct one.
 */

/** Those who look after a room: staff of the event, moderators, admins. */
const looksAfter = `(s.organizer_id = $1::uuid
  or (select true from event_staff looking where looking.show_id = s.id and looking.person_id = $1::uuid)
  or (select me.role in ('moderator', 'admin') from users me where me.id = $1::uuid))`

const takesPart = `((select true from attendances coming where coming.show_id = s.id and coming.person_id = $1::uuid)
  or (select answer.status <> 'no' from rsvps answer where answer.show_id = s.id and answer.person_id = $1::uuid))`

/** The viewer knows that there is such a conversation: it is hers and nothing parts the two, or she sees the show. */
export const isSeen = `coalesce(case when c.kind = 'direct'
  then mine.person_id is not null and (other.person_id is null or ${seesPerson('other.person_id')})
  else ${seesShow('s')} end, false)`

/** What she sees is open to her: a direct one always, a room to those who take part and those who look after it. */
export const isEntitled = `coalesce(c.kind = 'direct'
  or (${looksAfter} or ${takesPart} and mine.removed_at is null), false)`

/** She may read it. */
export const isOpen = `(${isSeen} and ${isEntitled})`

export const mayModerate = `coalesce(s.id is not null and ${looksAfter}, false)`

/** She may write there: its other person is still here, and nobody silenced her. */
export const mayWrite = `(coalesce(mine.silenced_until <= now(), true)
  and (c.kind is distinct from 'direct' or other.person_id is not null))`

const parts = `left join conversation_members mine on mine.conversation_id = c.id and mine.person_id = $1::uuid
  left join conversation_members other
    on c.kind = 'direct' and other.conversation_id = c.id and other.person_id <> $1::uuid`

/** Where conversations are found; `byShow` also gives the show whose room nobody has opened yet. */
export const byConversation = `conversations c left join shows s on s.id = c.show_id ${parts} where c.id = $2::uuid`
export const byShow = `shows s left join conversations c on c.show_id = s.id ${parts} where s.id = $2::uuid`
export const byMember = `conversation_members mine join conversations c on c.id = mine.conversation_id
  left join shows s on s.id = c.show_id
  left join conversation_members other
    on c.kind = 'direct' and other.conversation_id = c.id and other.person_id <> $1::uuid
  where mine.person_id = $1::uuid`

/** A message (alias `m`) whose author exists for the viewer; what nobody's author said has no words left. */
export const seesMessage = (m: string): string =>
  `(${m}.author_id is null or ${seesPerson(`${m}.author_id`)})`

/** Columns of a message (alias `m`) by somebody (alias `u`, left joined); what it goes by is its author's alone. */
export const described = `m.id, m.number, m.conversation_id, m.text, m.edited, m.deleted_at is not null as deleted,
  case when m.author_id = $1::uuid then m.client_id end as client_id, m.created_at, m.updated_at,
  u.id as user_id, u.username, u.display_name, ${avatarOf('u')} as avatar`

/** What somebody may do in a conversation; one of a show may still have to be made. */
export type Standing = {
  conversation_id: string | null
  kind: 'direct' | 'show'
  show_id: string | null
  is_member: boolean
  may_write: boolean
  may_moderate: boolean
  /** The other person of a direct one. */
  person_id: string | null
  last_number: number
}
export type Known = Standing & { conversation_id: string }

/** Names a conversation, or the show whose room is meant. */
export type Place = { conversation_id?: string | undefined; show_id?: string | undefined }

const standing = (
  where: string,
) => `select c.id as conversation_id, coalesce(c.kind, 'show') as kind, s.id as show_id,
    mine.person_id is not null as is_member, ${mayWrite} as may_write, ${mayModerate} as may_moderate,
    other.person_id, coalesce(c.last_number, 0) as last_number, ${isSeen} as seen, ${isEntitled} as open
  from ${where}`
const texts = { conversation: standing(byConversation), show: standing(byShow) }

/** The place, for somebody to whom it is open. */
export async function requireOpen(db: Db, actor: Actor, place: Place): Promise<Standing | Refusal> {
  const { conversation_id, show_id } = place
  const text = conversation_id === undefined ? texts.show : texts.conversation
  const found = await row<Standing & { seen: boolean; open: boolean }>(db, text, [
    actor.id,
    conversation_id ?? show_id,
  ])
  if (!found?.seen) return refuse('not_found')
  return found.open ? found : refuse('room_closed')
}

/** A conversation by its id, for somebody to whom it is open. */
export const requireConversation = (db: Db, actor: Actor, id: string): Promise<Known | Refusal> =>
  requireOpen(db, actor, { conversation_id: id }) as Promise<Known | Refusal>

/** The room of a show, for those who look after it. */
export async function requireModerator(db: Db, actor: Actor, showId: string): Promise<Standing | Refusal> {
  const room = await requireOpen(db, actor, { show_id: showId })
  return isRefusal(room) || room.may_moderate ? room : refuse('staff_only')
}

/** Whoever looks after a room silences those whom she sees, but for herself and others who look after it. */
const silenceable = `select ${looksAfter.replaceAll('$1::uuid', 'u.id')} as looks_after
  from users u join shows s on s.id = $2 where u.id = $3 and ${seesPerson('u.id')}`

export async function requireSilenceable(
  db: Db,
  actor: Actor,
  showId: string,
  personId: string,
): Promise<Refusal | undefined> {
  if (personId === actor.id) return refuse('own_person')
  const found = await row<{ looks_after: boolean | null }>(db, silenceable, [actor.id, showId, personId])
  if (found === undefined) return refuse('not_found')
  return found.looks_after ? refuse('forbidden') : undefined
}

const authored = `select m.author_id as id from messages m
  where m.id = $2 and m.conversation_id = $3 and m.deleted_at is null and ${seesMessage('m')}`

/** Who said something that the actor can read in a conversation that is open to her. */
export async function requireMessage(
  db: Db,
  actor: Actor,
  conversationId: string,
  id: string,
): Promise<{ id: string | null } | Refusal> {
  const found = await row<{ id: string | null }>(db, authored, [actor.id, id, conversationId])
  return found ?? refuse('not_found')
}

/** A piece of SQL about the viewer, asked of each of many (`viewer`). */
export const ofEach = (text: string): string => text.replaceAll('$1::uuid', 'viewer.id')

export const isOpenToEach = ofEach(`(select ${isOpen} from ${byConversation})`)
const admitted = `select viewer.id from unnest($1::uuid[]) as viewer (id) where ${isOpenToEach}`

/** Those of `people` to whom a conversation is open: the same rule, for many at once. */
export async function findAdmitted(db: Db, people: readonly string[], id: string): Promise<string[]> {
  return (await rows<{ id: string }>(db, admitted, [people, id])).map((one) => one.id)
}

/** Who may be written to: everybody who exists for the writer. */
export async function requireRecipient(db: Db, actor: Actor, personId: string): Promise<Refusal | undefined> {
  if (personId === actor.id) return refuse('own_person')
  const found = await row(db, `select u.id from users u where u.id = $2 and ${seesPerson('u.id')}`, [
    actor.id,
    personId,
  ])
  return found === undefined ? refuse('not_found') : undefined
}

const wanting = `select 1 from conversation_members m
  where m.conversation_id = $2 and m.person_id = $1 and not m.muted and not (m.read_number >= $3::int - 1
    and exists (select 1 from presences p where p.room = 'chat:' || $2 and p.person_id = $1 and ${isPresent('p')}))`

/** True for somebody who is to be told of a message: she has not muted the conversation, and is not reading along. */
export const wantsToKnow = async (
  db: Db,
  personId: string,
  conversationId: string,
  number: number,
): Promise<boolean> => (await row(db, wanting, [personId, conversationId, number])) !== undefined
