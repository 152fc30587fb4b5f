import { z } from 'zod'
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

/** What the server pushes to a person, on Socket.IO at `/socket.io`. */
export type PersonalEvents = {
  upload_progress: Progress
  export_progress: Progress
  account_changed: { what: AccountPart }
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

/** A "no" to a message; the codes are those of the API. */
export type LiveProblem = { code: ProblemCode; message: string }

/** The answer to a message that asks for one. Without it a "no" arrives as `error`. */
export type Ack = { ok: true } | { ok: false; error: LiveProblem }

type Asking<Payload> = (payload: Payload, ack?: (answer: Ack) => void) => void

/** What a page may say. */
export type ClientToServerEvents = { watch_show: Asking<WatchShow>; unwatch_show: Asking<WatchShow> }

export type ServerToClientEvents = {
  [Event in keyof PersonalEvents]: (payload: PersonalEvents[Event]) => void
} & { [Event in keyof RoomEvents]: (payload: RoomEvents[Event]) => void } & {
  /** A message was malformed, unknown or one too many, or was refused and asked for no answer. */
  error: (problem: LiveProblem) => void
}
