import type { Message } from '@sharemyshows/contract/chat'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Paging } from '@sharemyshows/contract/paging'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../../platform/http/cursor.ts'
import { byConversation, byShow, described, isEntitled, isSeen, type Place, seesMessage } from '../policy.ts'
import { type MessageRow, messageOf } from '../rules.ts'

/** One row of nothing when nobody has said anything; no row where there is nothing for the viewer. */
const said = (where: string, order: 'asc' | 'desc', position: string) => `
  select place.open, p.* from (select c.id as place_id, ${isEntitled} as open from ${where} and ${isSeen}) place
  left join lateral (
    select ${described} from messages m left join users u on u.id = m.author_id
    where m.conversation_id = place.place_id and place.open and ${seesMessage('m')} ${position}
    order by m.number ${order} limit $3 offset $4
  ) p on true order by p.number ${order}`

/** Found by its id, because numbers change when two rooms become one. */
const cursorNumber = `(select seen.number from messages seen
  where seen.id = $5::uuid and seen.conversation_id = place.place_id)`
const textsOf = (where: string) => ({
  latest: said(where, 'desc', ''),
  before: said(where, 'desc', `and m.number < ${cursorNumber}`),
  since: said(where, 'asc', 'and m.number > $5::int'),
  after: said(where, 'asc', `and m.number > ${cursorNumber}`),
})
const texts = { conversation: textsOf(byConversation), show: textsOf(byShow) }

export type History = Paging & { after?: number | undefined }
export type MessagePage = { items: Message[]; next_cursor: string | null }

/** A page of a conversation: the newest first, or what came after a number, oldest first. */
export async function listMessages(
  db: Db,
  viewerId: string,
  { conversation_id, show_id }: Place,
  paging: History,
): Promise<MessagePage | Refusal> {
  const limit = paging.per_page ?? paging.limit
  const cursor = paging.cursor === undefined ? undefined : readCursor(paging.cursor)
  if (isRefusal(cursor)) return cursor
  const text = texts[conversation_id === undefined ? 'show' : 'conversation']
  const values = [viewerId, conversation_id ?? show_id, limit + 1, ((paging.page ?? 1) - 1) * limit]
  const forward = paging.after !== undefined
  const [name, position] =
    cursor !== undefined
      ? ([forward ? 'after' : 'before', [cursor.id]] as const)
      : forward
        ? (['since', [paging.after]] as const)
        : (['latest', []] as const)
  const found = await rows<MessageRow & { open: boolean }>(db, text[name], [...values, ...position])
  const [first] = found
  if (first === undefined) return refuse('not_found')
  if (!first.open) return refuse('room_closed')
  const shown = found.filter((message) => message.id !== null).slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ open, ...message }) => messageOf(message)),
    next_cursor: last === undefined ? null : writeCursor({ at: last.created_at, id: last.id }),
  }
}

const one = `select ${described} from messages m left join users u on u.id = m.author_id
  where m.id = $2 and ${seesMessage('m')}`

/** A message of a conversation that is open to the viewer. */
export async function readMessage(db: Db, viewerId: string, id: string): Promise<Message | undefined> {
  const found = await row<MessageRow>(db, one, [viewerId, id])
  return found && messageOf(found)
}
