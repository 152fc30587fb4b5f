import type { Person } from '@sharemyshows/contract/accounts'
import { isRefusal } from '@sharemyshows/contract/errors'
import { JoinChat, LeaveChat, SendMessage } from '@sharemyshows/contract/live'
import type { Db } from '../../platform/db/connect.ts'
import { transact } from '../../platform/db/transact.ts'
import type { PresenceKind } from '../../platform/live/crowds.ts'
import type { LivePart } from '../../platform/live/live.ts'
import { Done, message } from '../../platform/live/messages.ts'
import type { StreamKind } from '../../platform/live/streams.ts'
import { openConversation } from './actions/open-conversation.ts'
import { type SendDeps, sendMessage } from './actions/send-message.ts'
import { CHAT } from './facts.ts'
import { readNews } from './views/conversations.ts'
import { readCrowd } from './views/present.ts'
import { findRoom, readLast, readOpening, readSince } from './views/stream.ts'

export type LiveDeps = SendDeps & {
  db: Db
  /** Those of `people` who may read a conversation. */
  admitted: (people: readonly string[], id: string) => Promise<readonly string[]>
}

/** Pages join conversations, hear what is said there in the order of its numbers, and say something themselves. */
export const live = (deps: LiveDeps): LivePart => ({
  streams: { [CHAT]: stream(deps) },
  presences: { [CHAT]: presence(deps.db) },
  stirs: {
    [CHAT]: async (id, { isHere, isInside }, only) => {
      const news = await readNews(deps.db, id, ({ person, kind, muted }) =>
        only === undefined
          ? isHere(person) && (kind === 'direct' || !(muted || isInside(person)))
          : person === only,
      )
      return news.map(({ person, number, unread }) => {
        const payload = { conversation_id: id, number, unread }
        return { person, said: { event: 'conversation_changed', payload } }
      })
    },
  },
  messages: {
    join_chat: message(JoinChat, async ({ actor, join }, { after, ...place }) => {
      const room = await transact(deps.db, (tx) => openConversation(tx, actor, place))
      if (isRefusal(room)) return room
      const joined = await join(CHAT, room.conversation_id, after)
      if (isRefusal(joined)) return joined
      const answer = { conversation_id: room.conversation_id, last_number: joined.last }
      return new Done(answer, joined.enter)
    }),
    leave_chat: message(LeaveChat, async ({ actor, quit }, place) => {
      const id = place.conversation_id ?? (await findRoom(deps.db, actor.id, place.show_id ?? ''))
      return id === undefined ? undefined : quit(CHAT, id)
    }),
    send_message: message(
      SendMessage,
      async ({ actor }, { text, content, client_id, ...place }) => {
        const words = { text: text ?? content ?? '', clientId: client_id }
        const sent = await transact(deps.db, (tx) => sendMessage(tx, deps, actor, place, words))
        return isRefusal(sent) ? sent : new Done(sent)
      },
      'chat',
    ),
  },
  addresses: {
    chat: (id) => ({ event: 'join_chat', complete: (data) => inRoom(id, data) }),
  },
})

/** What names no place means the room whose address the page came to. */
function inRoom(showId: string, data: unknown): unknown {
  if (data === undefined || data === null) return { show_id: showId }
  const isElsewhere = typeof data !== 'object' || 'show_id' in data || 'conversation_id' in data
  return isElsewhere ? data : { show_id: showId, ...data }
}

const stream = ({ db, admitted }: LiveDeps): StreamKind => ({
  admitted,
  closed: (conversation_id) => ({ event: 'chat_closed', payload: { conversation_id } }),
  last: (id) => readLast(db, id),
  since: async (id, after, revised, atMost) => {
    const said = await readSince(db, id, after, revised, atMost)
    return said.map(({ message, own, authorId, parted, revised }) => {
      const event = revised ? 'message_changed' : 'new_message'
      return {
        number: message.number,
        revised,
        said: { event, payload: message },
        ...(authorId !== null && { own: { person: authorId, said: { event, payload: own } } }),
        except: parted,
      }
    })
  },
  open: async (actor, id, after) => {
    const opened = await readOpening(db, actor.id, id, after)
    if (isRefusal(opened)) return opened
    const { messages, last, complete, showId } = opened
    const payload = { conversation_id: id, messages, last_number: last, complete }
    return {
      last,
      said: { event: 'recent_messages', payload },
      ...(showId !== null && { follows: { kind: 'show', id: showId } }),
    }
  },
})

const presence =
  (db: Db): PresenceKind =>
  async (conversation_id) => {
    const crowd = await readCrowd(db, conversation_id)
    if (crowd === undefined) return undefined
    const saying = (user: Person | null) => (move: 'came' | 'left', active: number) => ({
      event: move === 'came' ? ('user_joined' as const) : ('user_left' as const),
      payload: { conversation_id, user, active },
    })
    const named = crowd.people?.map(({ person, parted }) => ({
      person: person.id,
      said: saying(person),
      hiddenFrom: parted,
    }))
    return { active: crowd.active, named: named ?? null, counted: saying(null) }
  }
