import { z } from 'zod'
import { Me, Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Avatar, Eyes, Id, Timestamp } from './fields.ts'
import { Relation } from './friends.ts'
import { Paging, pageOf } from './paging.ts'
import { ArtistPlayed } from './venues.ts'

const tag = 'People'

/**
 * A person as others see her: never an e-mail address, a time zone or a place more exact than the city she wrote.
 * Counts and `top_artists` (at most 6) are of what the viewer may know. Whoever is not in its audience is told `hidden`
 * and nothing but the name and the picture, which stand wherever she takes part: no counts, no dates, no lists.
 */
export const PublicProfile = z
  .object({
    id: Id,
    username: z.string(),
    display_name: z.string().nullable(),
    avatar: Avatar,
    hidden: z.boolean(),
    bio: z.string().nullable(),
    home_city: z.string().nullable(),
    created_at: Timestamp.nullable(),
    counts: z
      .object({
        shows: z.int(),
        artists: z.int(),
        venues: z.int(),
        photos: z.int(),
        followers: z.int(),
        following: z.int(),
      })
      .nullable(),
    /** What she and the viewer are to each other; null for oneself and for strangers. */
    relation: z.object(Relation.shape).nullable(),
    top_artists: z.array(ArtistPlayed.omit({ mine: true })),
  })
  .meta({
    id: 'PublicProfile',
    example: {
      id: Id.meta()?.example,
      username: 'bo',
      display_name: 'Bo',
      avatar: null,
      hidden: false,
      bio: 'Front row, left.',
      home_city: 'Utrecht',
      created_at: '2024-12-01T19:00:00.000Z',
      counts: { shows: 120, artists: 84, venues: 31, photos: 412, followers: 12, following: 30 },
      relation: null,
      top_artists: [{ id: Id.meta()?.example, name: 'Spinvis', shows: 7 }],
    },
  })
export type PublicProfile = z.infer<typeof PublicProfile>

export const readProfile = endpoint({
  id: 'readProfile',
  method: 'GET',
  path: '/users/{username}',
  tag,
  summary: 'A person’s public profile',
  description:
    'Case does not matter. One’s own `as=everyone` is what somebody who is not signed in would see. Of a person who keeps her profile from the viewer only the name and the picture are told (`hidden`).',
  security: 'optional',
  params: z.object({ username: z.string().min(1).max(80) }),
  query: z.object({ as: Eyes }),
  answers: { 200: PublicProfile },
  problems: ['not_found'],
})

/** Most bytes of a picture: 10 MB, 1 MB = 1,048,576 bytes. */
export const AVATAR_BYTES = 10 * 1_048_576

/** Nothing beside the file. */
export const AvatarForm = z.strictObject({})

export const readAvatar = endpoint({
  id: 'readAvatar',
  method: 'GET',
  path: '/users/{id}/avatar',
  tag,
  summary: 'A person’s picture, a square WebP of 512 or 96 pixels without metadata',
  description:
    'With the current `v`, as in `avatar` wherever a person is named, browsers keep it for a year; any other is answered with the current picture and asked for again.',
  security: 'optional',
  params: z.object({ id: Id }),
  query: z.object({ size: z.enum(['96', '512']).default('512'), v: Id.optional() }),
  answers: { 200: null, 206: null, 304: null },
  produces: ['image/webp'],
  problems: ['not_found', 'range_not_satisfiable'],
})

export const changeAvatar = endpoint({
  id: 'changeAvatar',
  method: 'PUT',
  path: '/users/me/avatar',
  tag,
  summary: 'Show this picture of me (png, jpg, gif, webp, heic, avif; up to 10 MB)',
  description:
    'Judged by content, never by name. The middle square of it is kept, drawn anew in two sizes; what you sent is not.',
  security: 'required',
  limit: 'upload',
  form: AvatarForm,
  answers: { 200: Me },
  problems: [
    'file_missing',
    'file_empty',
    'unsupported_format',
    'too_many_pixels',
    'file_corrupt',
    'payload_too_large',
    'unsupported_media_type',
    'storage_full',
  ],
})

export const removeAvatar = endpoint({
  id: 'removeAvatar',
  method: 'DELETE',
  path: '/users/me/avatar',
  tag,
  summary: 'Show my initials instead of a picture',
  security: 'required',
  answers: { 204: null },
  problems: [],
})

/** Somebody one has blocked; `avatar` is null, since nobody sees anything of a person she blocks. */
export const Blocked = z
  .object({ user: Person, created_at: Timestamp })
  .meta({ id: 'Blocked', example: { user: Person.meta()?.example, created_at: '2024-12-01T19:00:00.000Z' } })
export type Blocked = z.infer<typeof Blocked>

export const listBlocks = endpoint({
  id: 'listBlocks',
  method: 'GET',
  path: '/users/me/blocks',
  tag,
  summary: 'Whom I have blocked, the latest first',
  security: 'required',
  query: Paging,
  answers: {
    200: pageOf(Blocked).meta({
      id: 'BlockedPage',
      example: { items: [Blocked.meta()?.example], next_cursor: null },
    }),
  },
  problems: [],
})

export const blockPerson = endpoint({
  id: 'blockPerson',
  method: 'POST',
  path: '/users/{id}/block',
  tag,
  summary: 'Block somebody: neither sees anything of the other any more',
  description:
    'Ends a friendship and follows between both. Nobody is told; to each the other does not exist. Blocking again changes nothing.',
  security: 'required',
  params: z.object({ id: Id }),
  answers: { 204: null },
  problems: ['not_found', 'own_person'],
})

export const unblockPerson = endpoint({
  id: 'unblockPerson',
  method: 'DELETE',
  path: '/users/{id}/block',
  tag,
  summary: 'Take a block back; a friendship does not come back with it',
  security: 'required',
  params: z.object({ id: Id }),
  answers: { 204: null },
  problems: ['not_found'],
})
