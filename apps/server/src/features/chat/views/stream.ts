import type { Message } from '@sharemyshows/contract/chat'
import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { byConversation, byShow, described, isEntitled, isSeen, seesMessage } from '../policy.ts'
import { type MessageRow, messageOf } from '../rules.ts'

/** Messages that somebody reads who comes. */
const LATEST = 50
/** And most that are repeated to somebody who comes back; the rest she reads by HTTP. */
const MOST_REPEATED = 200

type Row = MessageRow & { author_id: string | null; own_name: string | null; parted: string[] }

/** Read for nobody in particular, with those whom it must not reach; what hidden people say reaches nobody. */
const said = `
  select ${described.replaceAll('$1::uuid', 'null::uuid')}, m.author_id, m.client_id as own_name,
    array(select r.to_id from relationships r where r.from_id = m.author_id and r.kind = 'block'
      union all select r.from_id from relationships r where r.to_id = m.author_id and r.kind = 'block') as parted
  from messages m left join users u on u.id = m.author_id
  where m.conversation_id = $1 and (u.id is null or u.leaves_at is null and u.suspended_at is null)`
const texts = {
  fresh: `${said} and m.number > $2 order by m.number limit $3`,
  revised: `${said} and m.number <= $2 and m.id = any($3::uuid[]) order by m.number`,
}

/** A message as everybody reads it, and as its author does. */
export type Pushed = {
  message: Message
  own: Message
  authorId: string | null
  parted: string[]
  revised: boolean
}

const pushed = ({ author_id, own_name, parted, ...rest }: Row, revised: boolean): Pushed => {
  const message = messageOf(rest)
  return { message, own: { ...message, client_id: own_name }, authorId: author_id, parted, revised }
}

/** What came after a number; before it, those of `revised` that were said until then. */
export async function readSince(
  db: Db,
  id: string,
  after: number,
  revised: readonly string[],
  atMost: number,
): Promise<Pushed[]> {
  const changed = revised.length === 0 ? [] : await rows<Row>(db, texts.revised, [id, after, revised])
  const fresh = await rows<Row>(db, texts.fresh, [id, after, atMost])
  return [...changed.map((one) => pushed(one, true)), ...fresh.map((one) => pushed(one, false))]
}

/** The number of the latest message. */
export const readLast = async (db: Db, id: string): Promise<number> =>
  (await row<{ last_number: number }>(db, 'select last_number from conversations where id = $1', [id]))
    ?.last_number ?? 0

const opening = (which: string) => `
  select place.open, place.show_id, place.last_number, p.* from (
    select c.id as place_id, c.show_id, c.last_number, ${isEntitled} as open from ${byConversation} and ${isSeen}
  ) place left join lateral (
    select ${described} from messages m left join users u on u.id = m.author_id
    where m.conversation_id = place.place_id and place.open and ${seesMessage('m')}
      and m.number <= place.last_number and ${which}
  ) p on true order by p.number`
const openings = {
  latest: opening(`m.number > place.last_number - ${LATEST}`),
  repeated: opening(`m.number > $3::int and m.number > place.last_number - ${MOST_REPEATED}`),
}

const roomOfShow = `select c.id from ${byShow} and ${isSeen} and c.id is not null`

export type Opened = { messages: Message[]; last: number; complete: boolean; showId: string | null }

/** What somebody reads who comes to a conversation: what was said after a number, or the latest. */
export async function readOpening(
  db: Db,
  viewerId: string,
  id: string,
  after: number | undefined,
): Promise<Opened | Refusal> {
  type Found = MessageRow & { open: boolean; show_id: string | null; last_number: number }
  const found =
    after === undefined
      ? await rows<Found>(db, openings.latest, [viewerId, id])
      : await rows<Found>(db, openings.repeated, [viewerId, id, after])
  const [first] = found
  if (first === undefined) return refuse('not_found')
  if (!first.open) return refuse('room_closed')
  const { last_number: last, show_id: showId } = first
  const said = found.filter((message) => message.id !== null)
  const messages = said.map(({ open, show_id, last_number, ...message }) => messageOf(message))
  return { messages, last, complete: after === undefined || last - after <= MOST_REPEATED, showId }
}

/** The conversation of a show's room, for whoever sees the show. */
export const findRoom = async (db: Db, viewerId: string, showId: string): Promise<string | undefined> =>
  (await row<{ id: string }>(db, roomOfShow, [viewerId, showId]))?.id
