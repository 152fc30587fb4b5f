import { z } from 'zod'

/**
 * The closed list of problem codes: status and a sentence for people. A code never changes its meaning;
 * clients may switch on it.
 */
export const problems = {
  malformed_json: [400, 'The body is not valid JSON.'],
  malformed_request: [400, 'The request could not be read.'],
  unauthenticated: [401, 'Sign in first.'],
  sign_in_first: [401, 'Sign in here first. Spotify is an account that is connected to yours.'],
  invalid_credentials: [401, 'That name or password is not right.'],
  mfa_ticket_refused: [401, 'This sign-in has run out. Start again with your password.'],
  refresh_refused: [401, 'This session has ended. Sign in again.'],
  forbidden: [403, 'You may not do that.'],
  not_an_attendee: [403, 'Only people who were at this show can change it.'],
  password_wrong: [403, 'That is not your password.'],
  account_suspended: [403, 'This account is suspended. Write to whoever runs this site.'],
  registration_closed: [403, 'This server takes no new accounts.'],
  invitation_required: [403, 'You need an invitation to register here.'],
  staff_only: [403, 'An organiser looks after this show. Only they can change it.'],
  not_an_organizer: [409, 'Only an organiser can own an event.'],
  room_closed: [403, 'This room opens when you say that you go, or arrive.'],
  silenced: [403, 'You cannot write here at the moment.'],
  not_at_both: [403, 'Only somebody who was at a show of both can merge them.'],
  foreign_origin: [403, 'This request came from another website and was refused.'],
  not_found: [404, 'There is nothing here, or it is not yours to see.'],
  route_not_found: [404, 'This address does not exist.'],
  method_not_allowed: [405, 'This address does not take that method.'],
  rendition_not_ready: [404, 'This is still being prepared. Try again in a moment.'],
  analysis_not_ready: [404, 'This has not been analysed yet.'],
  analysis_failed: [404, 'This could not be analysed.'],
  not_acceptable: [406, 'This can only be answered as JSON.'],
  request_timeout: [408, 'The request took too long to arrive.'],
  identity_taken: [409, 'That username or e-mail is already in use.'],
  already_verified: [409, 'Your e-mail address is confirmed already.'],
  show_exists: [409, 'That concert is already listed.'],
  show_organised: [409, 'An organiser looks after that show, so it is the one that stays.'],
  changed_since: [409, 'This was changed again since. Put the later change back first.'],
  not_revertible: [409, 'This change cannot be put back.'],
  setlist_not_empty: [409, 'This setlist has songs already. Say whether to add to them or to replace them.'],
  order_outdated: [409, 'The setlist changed meanwhile. Load it again.'],
  mfa_not_pending: [409, 'There is nothing to confirm. Begin again in your settings.'],
  mfa_already_on: [409, 'That second step is on already.'],
  mfa_not_on: [409, 'Switch two-step sign-in on first.'],
  provider_not_configured: [409, 'This server has no provider for that.'],
  provider_not_connected: [409, 'Connect your account there first, in your settings.'],
  provider_reconnect: [409, 'The connection has ended, as it does after some months. Connect again.'],
  provider_quota: [409, 'The provider takes no more questions for now. Try again later.'],
  provider_unavailable: [409, 'The provider does not answer at the moment. Try again shortly.'],
  provider_refused: [409, 'The provider refused that.'],
  no_active_device: [409, 'No device plays there. Open Spotify on one of yours, and try again.'],
  premium_required: [409, 'Spotify lets only Premium accounts be played from here.'],
  nothing_to_send: [409, 'None of its tracks is known there.'],
  too_many_playlists: [409, 'You have as many playlists as there may be. Delete one first.'],
  idempotency_conflict: [409, 'This Idempotency-Key was used for a different request.'],
  own_person: [409, 'That is you.'],
  already_friends: [409, 'You are friends already.'],
  too_many_asked: [409, 'You have asked many people already. Take a request back, or wait for an answer.'],
  too_many_followed: [409, 'You follow as many people as a feed can carry.'],
  event_cancelled: [409, 'This event was called off.'],
  event_over: [409, 'This event is over.'],
  arrival_not_open: [409, 'It is too early to arrive.'],
  too_many_staff: [409, 'Nobody else can look after this event: it has as many people as it may.'],
  owner_stays: [409, 'Hand the event over first.'],
  case_decided: [409, 'That was decided already.'],
  already_uploaded: [409, 'You have this here already.'],
  upload_busy: [409, 'Another connection is sending this upload. Wait a moment.'],
  offset_mismatch: [409, 'The upload stands elsewhere. Ask where, and go on from there.'],
  upload_ended: [409, 'This upload has ended.'],
  media_not_failed: [409, 'Only a failed item can be tried again.'],
  already_organizer: [409, 'You can organise shows already.'],
  request_pending: [409, 'You have asked already. You will hear by mail.'],
  request_decided: [409, 'That request was decided or taken back meanwhile.'],
  last_admin: [409, 'Nobody else is an administrator here. Make somebody one first.'],
  export_under_way: [409, 'Your last export is still being made. Wait until it is ready, or stop it.'],
  import_not_waiting: [409, 'This import is not waiting to be confirmed.'],
  import_not_running: [409, 'This import is not running.'],
  import_not_undoable: [409, 'There is nothing of this import to be undone.'],
  import_under_way: [409, 'Another import of yours is running. Wait until it is done, or stop it.'],
  too_many_imports: [409, 'You keep as many imports as there may be. Delete one first.'],
  tus_version: [412, 'Uploads speak tus 1.0.0. Send “Tus-Resumable: 1.0.0”.'],
  payload_too_large: [413, 'That is more than this request may carry.'],
  unsupported_media_type: [415, 'This content type is not accepted here.'],
  range_not_satisfiable: [416, 'The requested range lies outside the file.'],
  outside_geofence: [422, 'You are not there yet.'],
  validation_failed: [422, 'Some fields need another look.'],
  invitation_invalid: [422, 'This invitation does not work. Ask for a new one.'],
  invitation_expired: [422, 'This invitation has expired. Ask for a new one.'],
  invitation_used: [422, 'This invitation was used already.'],
  invitation_for_another: [422, 'This invitation is for another address.'],
  link_invalid: [422, 'This link does not work. Ask for a new one.'],
  link_expired: [422, 'This link has expired. Ask for a new one.'],
  link_used: [422, 'This link was used already.'],
  code_invalid: [422, 'That code is not right. Check it and try again.'],
  code_expired: [422, 'That code has expired. Use the newest one, or ask for another.'],
  code_used_up: [422, 'Too many wrong codes. Wait a while before you try again.'],
  password_too_common: [422, 'That password is on every guesser’s list. Choose another.'],
  file_missing: [422, 'Add a file in the field “file”.'],
  unsupported_format: [422, 'This file is none of the formats we take.'],
  too_many_pixels: [422, 'This picture has more pixels than we can safely open.'],
  file_corrupt: [422, 'This file is damaged or incomplete.'],
  checksum_mismatch: [422, 'The bytes that arrived are not those of your file. Send it again.'],
  file_empty: [422, 'This file is empty.'],
  quota_exceeded: [413, 'Your storage is full. Delete something first.'],
  too_many_uploads: [429, 'Too many uploads are under way. Finish or cancel some first.'],
  too_many_watched: [429, 'This page watches too much at once.'],
  resend_too_early: [429, 'The last one was sent a moment ago. Wait before you ask again.'],
  rate_limited: [429, 'Too many requests. Wait a moment.'],
  headers_too_large: [431, 'The request headers are too large.'],
  internal_error: [500, 'Something broke on our side. It has been written down.'],
  storage_full: [507, 'The server’s disk is full. Nothing was changed.'],
  unavailable: [503, 'The server is not ready. Try again shortly.'],
} as const satisfies Record<string, readonly [status: number, message: string]>

export type ProblemCode = keyof typeof problems

/** Status of a problem code. */
export const statusOf = (code: ProblemCode): number => problems[code][0]

/** RFC 9457 problem document; `code` is stable, `message` is for people, `errors` names fields. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    message: z.string(),
    request_id: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .catchall(z.unknown())
  .meta({
    id: 'Problem',
    example: {
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      code: 'not_found',
      message: problems.not_found[1],
      request_id: 'req-7f3a',
    },
  })
export type Problem = z.infer<typeof Problem>

/** An expected "no": returned by actions, never thrown, and mapped to a problem once. */
export type Refusal = {
  readonly refused: ProblemCode
  readonly message?: string
  readonly errors?: { field: string; message: string }[]
  /** Extra members of the problem document, such as a distance. */
  readonly details?: Record<string, string | number | boolean | null>
}

/** Says no with a code from the list. */
export const refuse = (refused: ProblemCode, more: Omit<Refusal, 'refused'> = {}): Refusal => ({
  refused,
  ...more,
})

/** Says no about one field. */
export const refuseField = (
  field: string,
  message: string,
  code: ProblemCode = 'validation_failed',
): Refusal => refuse(code, { errors: [{ field, message }] })

/** True for a returned "no". */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value
