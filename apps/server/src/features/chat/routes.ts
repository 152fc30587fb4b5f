import * as contract from '@sharemyshows/contract/chat'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Notifications } from '../notifications/feature.ts'
import { changeMessage, deleteMessage } from './actions/change-message.ts'
import { openConversation } from './actions/open-conversation.ts'
import { mute, readUpTo } from './actions/read-up-to.ts'
import { type SendDeps, sendMessage, type Target, type Words } from './actions/send-message.ts'
import { silence } from './actions/silence.ts'
import { listConversations, readConversation, readConversationWith } from './views/conversations.ts'
import { listMessages, readMessage } from './views/messages.ts'
import { listActive, readPerson } from './views/present.ts'

export type Deps = SendDeps & { db: Db; readTopic: Notifications['readTopic'] }

export function chatRoutes(routes: Routes, deps: Deps): void {
  conversationRoutes(routes, deps)
  messageRoutes(routes, deps)
  roomRoutes(routes, deps)
}

const reread = async (tx: Tx, actor: Actor, id: string) =>
  (await readConversation(tx, actor.id, id)) ?? refuse('not_found')

function conversationRoutes(routes: Routes, { db, readTopic }: Deps): void {
  routes(contract.listConversations, async ({ actor, query }) => listConversations(db, actor.id, query))
  routes(
    contract.readConversation,
    async ({ actor, params }) =>
      (await readConversation(db, actor.id, params.conversation_id)) ?? refuse('not_found'),
  )
  routes(contract.readConversationWith, async ({ actor, params }) =>
    readConversationWith(db, actor.id, params.user_id),
  )
  routes(contract.readUpTo, async ({ actor, params: { conversation_id }, body, write }) =>
    write(
      async (tx) =>
        (await readUpTo(tx, readTopic, actor, conversation_id, body.number)) ??
        reread(tx, actor, conversation_id),
    ),
  )
  routes(contract.muteConversation, async ({ actor, params: { conversation_id }, body, write }) =>
    write(
      async (tx) =>
        (await mute(tx, actor, conversation_id, body.muted)) ?? reread(tx, actor, conversation_id),
    ),
  )
}

type Said = { text?: string | undefined; content?: string | undefined; client_id?: string | undefined }
const wordsOf = ({ text, content, client_id }: Said): Words => ({
  text: text ?? content ?? '',
  clientId: client_id,
})

function messageRoutes(routes: Routes, deps: Deps): void {
  const { db } = deps
  const shown = async (tx: Tx, actor: Actor, done: { id: string } | Refusal) =>
    isRefusal(done) ? done : ((await readMessage(tx, actor.id, done.id)) ?? refuse('not_found'))
  const send = async (tx: Tx, actor: Actor, target: Target, said: Said) =>
    shown(tx, actor, await sendMessage(tx, deps, actor, target, wordsOf(said)))

  routes(contract.listMessages, async ({ actor, params, query }) => listMessages(db, actor.id, params, query))
  routes(contract.listRoomMessages, async ({ actor, params, query }) =>
    listMessages(db, actor.id, { show_id: params.id }, query),
  )
  routes(contract.sendMessage, async ({ actor, body, write }) => write((tx) => send(tx, actor, body, body)))
  routes(contract.sendRoomMessage, async ({ actor, params, body, write }) =>
    write((tx) => send(tx, actor, { show_id: params.id }, body)),
  )
  routes(contract.changeMessage, async ({ actor, params, body, write }) =>
    write(
      async (tx) =>
        (await changeMessage(tx, actor, params, body.text)) ?? shown(tx, actor, { id: params.message_id }),
    ),
  )
  routes(contract.deleteMessage, async ({ actor, params, write }) =>
    write((tx) => deleteMessage(tx, actor, params)),
  )
}

function roomRoutes(routes: Routes, { db }: Deps): void {
  routes(contract.readRoom, async ({ actor, params, write }) =>
    write(async (tx) => {
      const room = await openConversation(tx, actor, { show_id: params.id })
      return isRefusal(room) ? room : reread(tx, actor, room.conversation_id)
    }),
  )
  routes(contract.listActiveInRoom, async ({ actor, params }) => listActive(db, actor.id, params.id))
  routes(contract.silenceInRoom, async ({ actor, params, body, write }) =>
    write(async (tx) => {
      const silenced = await silence(tx, actor, params.id, params.user_id, body)
      if (isRefusal(silenced)) return silenced
      const user = await readPerson(tx, actor.id, params.user_id)
      return user === undefined ? refuse('not_found') : { user, ...silenced }
    }),
  )
}
