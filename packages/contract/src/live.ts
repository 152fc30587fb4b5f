import { z } from 'zod'
import type { Person } from './accounts.ts'
import { ClientId, type Message, MessageText } from './chat.ts'
import type { ProblemCode } from './errors.ts'
import { Id } from './fields.ts'

/**
 * Progress of something of mine on the personal channel; at most four a second an item.
 * `progress` runs from 0 to 1.
 */
export const Progress = z.object({
  id: Id,
  state: z.string(),
  progress: z.number().min(0).max(1),
  message: z.string().optional(),
})
export type Progress = z.infer<typeof Progress>

/** What of my account is to be read again: the devices that are signed in, or who I am. */
export type AccountPart = 'sessions' | 'me'

/**
 * What the server pushes to a person, on Socket.IO at `/socket.io` or on a plain WebSocket at `/ws/{user_id}`. Plain ones
 * carry `{event, data}` in JSON both ways; what a page gives an `ack`, a number or text, is answered by an event `ack` with
 * the same `ack`. At `/ws/chat/{event_id}` a page has joined the room of that show, which is meant where it names none.
 */
export type PersonalEvents = {
  upload_progress: Progress
  /** Of an analysis; `id` is the recording's, `state` as in `AnalysisState`. */
  analysis_status: Progress
  export_progress: Progress
  /** Of an import; `state` as in `Import`. */
  import_progress: Progress
  /** Of fetching my songs from Spotify; `id` is the run's, `state` as in `LibrarySync`. */
  sync_progress: Progress
  /** A mood of mine was written down or corrected on another page; `id` is the sample's, `state` the mood or "unsure". */
  mood: Progress
  account_changed: { what: AccountPart }
  /** Something was told to me, or read on another page; `id` is the notification's, `message` its text. */
  notification: Progress & { unread: number }
  /** A conversation of mine goes on, was read or muted elsewhere; `unread` is of all of them. */
  conversation_changed: { conversation_id: string; number: number; unread: number }
  /** What I have of friends and requests is to be read again. */
  friends_changed: { what: 'friends' | 'requests' }
}

/** What can change of a show while its page is open. */
export const ShowPart = z.enum(['facts', 'people', 'setlist', 'media', 'comments'])
export type ShowPart = z.infer<typeof ShowPart>

/** Names the show that a page watches, or no longer does. */
export const WatchShow = z.strictObject({ show_id: Id })
export type WatchShow = z.infer<typeof WatchShow>

/** Things one socket may watch at once. */
export const MOST_WATCHED = 50

/**
 * What the server pushes to pages that watch something. `show_changed` carries no contents: pages read again what they
 * may see; each part comes at most four times a second. `show_closed` ends a watch whose person no longer sees the
 * show.
 */
export type RoomEvents = {
  show_changed: { show_id: string; what: ShowPart }
  show_closed: { show_id: string }
}

const place = { show_id: Id.optional(), conversation_id: Id.optional() }
const onePlace = {
  test: (at: { show_id?: string | undefined; conversation_id?: string | undefined }) =>
    (at.show_id === undefined) !== (at.conversation_id === undefined),
  says: { message: 'Say either the show or the conversation', path: ['conversation_id'] },
}

/** Opens a room or a conversation on this page; `after` is the last number it knows, and what came since is replayed. */
export const JoinChat = z
  .strictObject({ ...place, after: z.int().min(0).max(2_147_483_647).optional() })
  .refine(onePlace.test, onePlace.says)
export type JoinChat = z.infer<typeof JoinChat>
export const LeaveChat = z.strictObject(place).refine(onePlace.test, onePlace.says)
export type LeaveChat = z.infer<typeof LeaveChat>
/** `content` is taken for `text`. */
export const SendMessage = z
  .strictObject({
    ...place,
    text: MessageText.optional(),
    content: MessageText.optional(),
    client_id: ClientId.optional(),
  })
  .refine(onePlace.test, onePlace.says)
  .refine(({ text, content }) => (text === undefined) !== (content === undefined), {
    message: 'Required',
    path: ['text'],
  })
export type SendMessage = z.infer<typeof SendMessage>

/**
 * What is pushed to pages that have joined a room or conversation, in the order of the numbers. `recent_messages`
 * follows a join: what came after `after`, or the latest 50, oldest first; `complete` is false when more than 200 came
 * since, and the page reads the rest by HTTP. Where more than 100 people are present only `active` is told of those who
 * come and go, and `user` is null.
 */
export type ChatEvents = {
  new_message: Message
  message_changed: Message
  recent_messages: { conversation_id: string; messages: Message[]; last_number: number; complete: boolean }
  user_joined: { conversation_id: string; user: Person | null; active: number }
  user_left: { conversation_id: string; user: Person | null; active: number }
  chat_closed: { conversation_id: string }
}

/** A "no" to a message; the codes are those of the API. */
export type LiveProblem = { code: ProblemCode; message: string }

/** The answer to a message that asks for one. Without it a "no" arrives as `error`. */
export type Ack<More = unknown> = ({ ok: true } & More) | { ok: false; error: LiveProblem }

type Asking<Payload, More = unknown> = (payload: Payload, ack?: (answer: Ack<More>) => void) => void

/** What a page may say. */
export type ClientToServerEvents = {
  watch_show: Asking<WatchShow>
  unwatch_show: Asking<WatchShow>
  join_chat: Asking<JoinChat, { conversation_id: string; last_number: number }>
  leave_chat: Asking<LeaveChat>
  /** Acknowledged once it can no longer be lost. */
  send_message: Asking<SendMessage, { id: string; number: number; conversation_id: string }>
}

export type ServerToClientEvents = {
  [Event in keyof PersonalEvents]: (payload: PersonalEvents[Event]) => void
} & { [Event in keyof RoomEvents]: (payload: RoomEvents[Event]) => void } & {
  [Event in keyof ChatEvents]: (payload: ChatEvents[Event]) => void
} & {
  /** A message was malformed, unknown or one too many, or was refused and asked for no answer. */
  error: (problem: LiveProblem) => void
}
