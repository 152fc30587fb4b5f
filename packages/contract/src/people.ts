import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Eyes, Id, Timestamp } from './fields.ts'
import { ArtistPlayed } from './venues.ts'

/**
 * A person as others see her: never an e-mail address, a time zone or a place more exact than the city she wrote.
 * Counts and `top_artists` (at most 6) are of what the viewer may know.
 */
export const PublicProfile = z
  .object({
    id: Id,
    username: z.string(),
    display_name: z.string().nullable(),
    bio: z.string().nullable(),
    home_city: z.string().nullable(),
    created_at: Timestamp,
    counts: z.object({ shows: z.int(), artists: z.int(), venues: z.int(), photos: z.int() }),
    top_artists: z.array(ArtistPlayed.omit({ mine: true })),
  })
  .meta({
    id: 'PublicProfile',
    example: {
      id: Id.meta()?.example,
      username: 'bo',
      display_name: 'Bo',
      bio: 'Front row, left.',
      home_city: 'Utrecht',
      created_at: '2024-12-01T19:00:00.000Z',
      counts: { shows: 120, artists: 84, venues: 31, photos: 412 },
      top_artists: [{ id: Id.meta()?.example, name: 'Spinvis', shows: 7 }],
    },
  })
export type PublicProfile = z.infer<typeof PublicProfile>

export const readProfile = endpoint({
  id: 'readProfile',
  method: 'GET',
  path: '/users/{username}',
  tag: 'People',
  summary: 'A person’s public profile',
  description:
    'Case does not matter. One’s own `as=everyone` is what somebody who is not signed in would see.',
  security: 'optional',
  params: z.object({ username: z.string().min(1).max(80) }),
  query: z.object({ as: Eyes }),
  answers: { 200: PublicProfile },
  problems: ['not_found'],
})
