import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Id, line, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'People'

/**
 * What somebody and the viewer are to each other. `request` is an open request for friendship: `sent` by the viewer or
 * `received`; `request_id` goes with it.
 */
export const Relation = z
  .object({
    friend: z.boolean(),
    following: z.boolean(),
    followed_by: z.boolean(),
    request: z.enum(['sent', 'received']).nullable(),
    request_id: Id.nullable(),
  })
  .meta({
    id: 'Relation',
    example: { friend: false, following: true, followed_by: false, request: null, request_id: null },
  })
export type Relation = z.infer<typeof Relation>

/** A person with what she and the viewer are to each other, and how many shows both attend as far as both may know. */
export const Acquaintance = z.object({ ...Person.shape, relation: Relation, shared_shows: z.int() }).meta({
  id: 'Acquaintance',
  example: { ...(Person.meta()?.example as object), relation: Relation.meta()?.example, shared_shows: 4 },
})
export type Acquaintance = z.infer<typeof Acquaintance>

const acquaintances = pageOf(Acquaintance).meta({
  id: 'AcquaintancePage',
  example: { items: [Acquaintance.meta()?.example], next_cursor: null },
})

/** A request for friendship. Whoever sent it is never told that it was rejected; it stays `pending` to her. */
export const FriendRequest = z
  .object({
    id: Id,
    direction: z.enum(['sent', 'received']),
    state: z.enum(['pending', 'accepted', 'rejected']),
    user: Person,
    shared_shows: z.int(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'FriendRequest',
    example: {
      id: Id.meta()?.example,
      direction: 'received',
      state: 'pending',
      user: Person.meta()?.example,
      shared_shows: 4,
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type FriendRequest = z.infer<typeof FriendRequest>

export const searchPeople = endpoint({
  id: 'searchPeople',
  method: 'GET',
  path: '/friends/search',
  tag,
  summary: 'People by name, or by their exact e-mail address',
  description:
    'Names are matched from the beginning of a word; an address only whole, and no answer ever contains one. People who keep their profile from the viewer are found by their exact username only.',
  security: 'required',
  limit: 'search',
  query: z.object({ q: line(200), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  answers: { 200: acquaintances },
  problems: [],
})

export const listSuggestions = endpoint({
  id: 'listSuggestions',
  method: 'GET',
  path: '/friends/suggestions',
  tag,
  summary: 'People I was at shows with and do not know yet, most shared shows first',
  security: 'required',
  limit: 'search',
  query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(10) }),
  answers: { 200: acquaintances },
  problems: [],
})

export const requestFriendship = endpoint({
  id: 'requestFriendship',
  method: 'POST',
  path: '/friends/request',
  tag,
  summary: 'Ask somebody to be friends',
  description:
    'By `user_id` or `username`. When she has asked already, even if I said no then, both are friends at once (`accepted`). Asking twice changes nothing.',
  security: 'required',
  limit: 'invite',
  body: z
    .strictObject({ user_id: Id.optional(), username: line(80).optional() })
    .refine(({ user_id, username }) => (user_id === undefined) !== (username === undefined), {
      message: 'Say either who by id or who by name',
      path: ['user_id'],
    })
    .meta({ id: 'FriendRequestCreate', example: { username: 'bo' } }),
  answers: { 201: FriendRequest, 200: FriendRequest },
  problems: ['not_found', 'own_person', 'already_friends', 'too_many_asked'],
})

const request = z.object({ request_id: Id })

const decide = <const Path extends string>(id: string, path: Path, summary: string) =>
  ({
    id,
    method: 'POST',
    path,
    tag,
    summary,
    security: 'required',
    params: request,
    body: z.strictObject({}),
    bodyOptional: true,
    answers: { 200: FriendRequest },
    problems: ['not_found'],
  }) as const

export const acceptFriend = endpoint(
  decide('acceptFriend', '/friends/accept/{request_id}', 'Become friends with who asked'),
)
export const acceptFriendRequest = endpoint({
  ...decide('acceptFriendRequest', '/friends/request/{request_id}/accept', 'Become friends with who asked'),
  deprecated: true,
})
export const rejectFriend = endpoint(
  decide('rejectFriend', '/friends/reject/{request_id}', 'Say no to who asked; she is not told'),
)
export const rejectFriendRequest = endpoint({
  ...decide('rejectFriendRequest', '/friends/request/{request_id}/reject', 'Say no to who asked'),
  deprecated: true,
})

export const withdrawRequest = endpoint({
  id: 'withdrawRequest',
  method: 'DELETE',
  path: '/friends/request/{request_id}',
  tag,
  summary: 'Take back a request that I sent',
  security: 'required',
  params: request,
  answers: { 204: null },
  problems: ['not_found'],
})

export const listRequests = endpoint({
  id: 'listRequests',
  method: 'GET',
  path: '/friends/requests',
  tag,
  summary: 'Open requests that I received, or sent, the latest first',
  security: 'required',
  query: Paging.extend({ direction: z.enum(['received', 'sent']).default('received') }),
  answers: { 200: pageOf(FriendRequest).meta({ id: 'FriendRequestPage' }) },
  problems: [],
})

export const listFriends = endpoint({
  id: 'listFriends',
  method: 'GET',
  path: '/friends',
  tag,
  summary: 'My friends, by name',
  security: 'required',
  query: Paging.extend({ q: line(200).optional() }),
  answers: { 200: acquaintances },
  problems: [],
})

export const endFriendship = endpoint({
  id: 'endFriendship',
  method: 'DELETE',
  path: '/friends/{user_id}',
  tag,
  summary: 'End a friendship; she is not told',
  security: 'required',
  params: z.object({ user_id: Id }),
  answers: { 204: null },
  problems: ['not_found'],
})

const person = z.object({ id: Id })

export const follow = endpoint({
  id: 'follow',
  method: 'POST',
  path: '/users/{id}/follow',
  tag,
  summary: 'Follow somebody: what she does and lets me see is in my feed',
  security: 'required',
  limit: 'invite',
  params: person,
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 200: Relation },
  problems: ['not_found', 'own_person', 'too_many_followed'],
})

export const unfollow = endpoint({
  id: 'unfollow',
  method: 'POST',
  path: '/users/{id}/unfollow',
  tag,
  summary: 'No longer follow somebody',
  security: 'required',
  params: person,
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 200: Relation },
  problems: ['not_found', 'own_person'],
})

export const listFollowers = endpoint({
  id: 'listFollowers',
  method: 'GET',
  path: '/users/{id}/followers',
  tag,
  summary: 'Who follows a person, the latest first',
  description: 'For whoever may open her profile.',
  security: 'optional',
  params: person,
  query: Paging,
  answers: { 200: pageOf(Person).meta({ id: 'FollowerPage' }) },
  problems: ['not_found'],
})

export const listFollowing = endpoint({
  ...listFollowers,
  id: 'listFollowing',
  path: '/users/{id}/following',
  summary: 'Whom a person follows, the latest first',
})
