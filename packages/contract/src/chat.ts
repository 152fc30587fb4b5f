import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Id, prose, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Chat'

/** Most characters of a message. */
export const MOST_MESSAGE_CHARS = 4000

/**
 * A line of a conversation: plain text, never markup. `number` counts from 1 within the conversation without a gap, in
 * the order in which everybody sees them. `client_id` is the sender's own name for it, told to her alone: sending the
 * same again gives the first one. A deleted one keeps its number and has neither text nor, once its author's account is
 * gone, a `user`. What people say whom the viewer blocks is left out.
 */
export const Message = z
  .object({
    id: Id,
    number: z.int(),
    conversation_id: Id,
    // spelt out, because the serialiser cannot tell the type of a nullable reference
    user: z.object(Person.shape).nullable(),
    text: z.string(),
    client_id: z.string().nullable(),
    edited: z.boolean(),
    deleted: z.boolean(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Message',
    example: {
      id: Id.meta()?.example,
      number: 41,
      conversation_id: Id.meta()?.example,
      user: Person.meta()?.example,
      text: 'Left of the mixing desk, come over.',
      client_id: 'b1f0',
      edited: false,
      deleted: false,
      created_at: '2024-12-01T19:40:00.000Z',
      updated_at: '2024-12-01T19:40:00.000Z',
    },
  })
export type Message = z.infer<typeof Message>

/** 1 to 4,000 characters; every kind of line end becomes a line feed. */
export const MessageText = prose(MOST_MESSAGE_CHARS)
  .transform((text) => text.replaceAll(/\r\n?/g, '\n'))
  .pipe(z.string().min(1, 'Required'))

/** The sender's own name for a message, so that sending it again makes no second one. */
export const ClientId = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\x21-\x7e]+$/, 'Printable ASCII without spaces')

/** The text under either name: C calls it `content`. */
const said = { text: MessageText.optional(), content: MessageText.optional(), client_id: ClientId.optional() }
const hasText = {
  test: ({ text, content }: { text?: string | undefined; content?: string | undefined }) =>
    (text === undefined) !== (content === undefined),
  says: { message: 'Required', path: ['text'] },
}

/** What a conversation is about: a show's room, or the other person of a direct one. */
export const Conversation = z
  .object({
    id: Id,
    kind: z.enum(['direct', 'show']),
    show: z
      .object({
        id: Id,
        artist_name: z.string(),
        title: z.string().nullable(),
        venue_name: z.string(),
        starts_at: Timestamp,
        time_zone: z.string(),
      })
      .nullable(),
    /** Null in rooms, and where the account is gone. */
    person: z.object(Person.shape).nullable(),
    last_message: z.object(Message.shape).nullable(),
    last_number: z.int(),
    /** The last number the viewer has read. */
    read_number: z.int(),
    unread: z.int(),
    muted: z.boolean(),
    /** May the viewer write now? Not when she was silenced, or the two are parted by a block. */
    may_write: z.boolean(),
    silenced_until: Timestamp.nullable(),
    /** May the viewer take others' messages away and silence people? */
    may_moderate: z.boolean(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Conversation',
    example: {
      id: Id.meta()?.example,
      kind: 'direct',
      show: null,
      person: Person.meta()?.example,
      last_message: Message.meta()?.example,
      last_number: 41,
      read_number: 40,
      unread: 1,
      muted: false,
      may_write: true,
      silenced_until: null,
      may_moderate: false,
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:40:00.000Z',
    },
  })
export type Conversation = z.infer<typeof Conversation>

const conversation = z.object({ conversation_id: Id })
const message = z.object({ conversation_id: Id, message_id: Id })
const room = z.object({ id: Id })

export const listConversations = endpoint({
  id: 'listConversations',
  method: 'GET',
  path: '/chat/conversations',
  tag,
  summary: 'My conversations and the rooms I have opened, the latest first, with what I have not read',
  security: 'required',
  query: Paging,
  answers: {
    200: pageOf(Conversation)
      .extend({ unread: z.int() })
      .meta({
        id: 'ConversationPage',
        example: { items: [Conversation.meta()?.example], next_cursor: null, unread: 1 },
      }),
  },
  problems: [],
})

export const readConversation = endpoint({
  id: 'readConversation',
  method: 'GET',
  path: '/chat/conversations/{conversation_id}',
  tag,
  summary: 'One conversation',
  security: 'required',
  params: conversation,
  answers: { 200: Conversation },
  problems: ['not_found'],
})

export const readConversationWith = endpoint({
  id: 'readConversationWith',
  method: 'GET',
  path: '/chat/with/{user_id}',
  tag,
  summary: 'My conversation with somebody; `conversation` is null when there is none yet',
  security: 'required',
  params: z.object({ user_id: Id }),
  answers: {
    200: z
      .object({ person: Person, conversation: z.object(Conversation.shape).nullable() })
      .meta({ id: 'ConversationWith', example: { person: Person.meta()?.example, conversation: null } }),
  },
  problems: ['not_found', 'own_person'],
})

export const readRoom = endpoint({
  id: 'readRoom',
  method: 'GET',
  path: '/chat/show/{id}',
  tag,
  summary: 'The room of a show',
  description:
    'It opens to those who answered going, maybe or wait, who attend, who arrived, and to its staff; to others who see the show it is `room_closed`.',
  security: 'required',
  params: room,
  answers: { 200: Conversation },
  problems: ['not_found', 'room_closed'],
})

/** Newest first, back by `cursor`; or, with `after`, what came after that number, oldest first. */
const History = Paging.extend({ after: z.coerce.number().int().min(0).max(2_147_483_647).optional() })
export const MessagePage = pageOf(Message).meta({
  id: 'MessagePage',
  example: { items: [Message.meta()?.example], next_cursor: null },
})

export const listMessages = endpoint({
  id: 'listMessages',
  method: 'GET',
  path: '/chat/messages/{conversation_id}',
  tag,
  summary: 'Messages of a conversation, newest first; with `after`, those since, oldest first',
  security: 'required',
  params: conversation,
  query: History,
  answers: { 200: MessagePage },
  problems: ['not_found', 'room_closed'],
})

export const listRoomMessages = endpoint({
  ...listMessages,
  id: 'listRoomMessages',
  path: '/chat/show/{id}/messages',
  summary: 'Messages of a show’s room',
  params: room,
})

const sending = ['not_found', 'room_closed', 'silenced', 'idempotency_conflict'] as const

export const sendMessage = endpoint({
  id: 'sendMessage',
  method: 'POST',
  path: '/chat/send',
  tag,
  summary: 'Say something to somebody, or in a conversation',
  security: 'required',
  limit: 'chat',
  idempotent: true,
  body: z
    .strictObject({ recipient_id: Id.optional(), conversation_id: Id.optional(), ...said })
    .refine(
      ({ recipient_id, conversation_id }) => (recipient_id === undefined) !== (conversation_id === undefined),
      { message: 'Say either to whom or where', path: ['recipient_id'] },
    )
    .refine(hasText.test, hasText.says)
    .meta({ id: 'MessageSend', example: { recipient_id: Id.meta()?.example, text: 'Going tonight?' } }),
  answers: { 201: Message },
  problems: [...sending, 'own_person'],
})

export const sendRoomMessage = endpoint({
  id: 'sendRoomMessage',
  method: 'POST',
  path: '/chat/show/{id}/messages',
  tag,
  summary: 'Say something in the room of a show',
  security: 'required',
  limit: 'chat',
  idempotent: true,
  params: room,
  body: z
    .strictObject(said)
    .refine(hasText.test, hasText.says)
    .meta({ id: 'RoomMessageSend', example: { text: 'Left of the mixing desk.' } }),
  answers: { 201: Message },
  problems: sending,
})

export const listActiveInRoom = endpoint({
  id: 'listActiveInRoom',
  method: 'GET',
  path: '/chat/show/{id}/active-users',
  tag,
  summary: 'Who has the room of a show open now; the first 100, and how many',
  security: 'required',
  params: room,
  answers: {
    200: z
      .object({ items: z.array(Person), active: z.int() })
      .meta({ id: 'ActiveInRoom', example: { items: [Person.meta()?.example], active: 1 } }),
  },
  problems: ['not_found', 'room_closed'],
})

export const changeMessage = endpoint({
  id: 'changeMessage',
  method: 'PATCH',
  path: '/chat/messages/{conversation_id}/{message_id}',
  tag,
  summary: 'Change what I said; it is `edited` from then on',
  security: 'required',
  limit: 'chat',
  params: message,
  body: z
    .strictObject({ text: MessageText })
    .meta({ id: 'MessageChange', example: { text: 'Right of it.' } }),
  answers: { 200: Message },
  problems: ['not_found', 'forbidden', 'room_closed', 'silenced'],
})

export const deleteMessage = endpoint({
  id: 'deleteMessage',
  method: 'DELETE',
  path: '/chat/messages/{conversation_id}/{message_id}',
  tag,
  summary: 'Delete what I said; the staff of a room, what anybody said there',
  description: 'Its words are gone for good; its number stays.',
  security: 'required',
  limit: 'chat',
  params: message,
  answers: { 204: null },
  problems: ['not_found', 'forbidden', 'room_closed'],
})

export const readUpTo = endpoint({
  id: 'readUpTo',
  method: 'POST',
  path: '/chat/conversations/{conversation_id}/read',
  tag,
  summary: 'Say up to which number I have read; it never goes back',
  security: 'required',
  params: conversation,
  body: z
    .strictObject({ number: z.int().min(0).max(2_147_483_647) })
    .meta({ id: 'ReadUpTo', example: { number: 41 } }),
  answers: { 200: Conversation },
  problems: ['not_found', 'room_closed'],
})

export const muteConversation = endpoint({
  id: 'muteConversation',
  method: 'PUT',
  path: '/chat/conversations/{conversation_id}/mute',
  tag,
  summary: 'Hear nothing of a conversation, or again',
  description: 'A muted one counts as read everywhere but in itself, and notifies nobody.',
  security: 'required',
  params: conversation,
  body: z.strictObject({ muted: z.boolean() }).meta({ id: 'Mute', example: { muted: true } }),
  answers: { 200: Conversation },
  problems: ['not_found', 'room_closed'],
})

export const silenceInRoom = endpoint({
  id: 'silenceInRoom',
  method: 'PUT',
  path: '/chat/show/{id}/members/{user_id}',
  tag,
  summary: 'Silence somebody in a room, or put her out; for its staff and moderators',
  description:
    '`minutes` from now she may only read (0: she may write again); `removed` puts her out of the room until it is taken back. Staff cannot be silenced.',
  security: 'required',
  params: z.object({ id: Id, user_id: Id }),
  body: z
    .strictObject({ minutes: z.int().min(0).max(10_080).optional(), removed: z.boolean().optional() })
    .meta({ id: 'Silence', example: { minutes: 10 } }),
  answers: {
    200: z.object({ user: Person, silenced_until: Timestamp.nullable(), removed: z.boolean() }).meta({
      id: 'Silenced',
      example: { user: Person.meta()?.example, silenced_until: '2024-12-01T20:00:00.000Z', removed: false },
    }),
  },
  problems: ['not_found', 'room_closed', 'staff_only', 'forbidden', 'own_person'],
})
