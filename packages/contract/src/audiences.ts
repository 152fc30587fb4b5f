import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ChosenAudience } from './fields.ts'

const tag = 'Privacy'

const byAudience = z.object({ private: z.int(), friends: z.int(), attendees: z.int(), public: z.int() })

/** How many of one's shows and media are seen by whom, as each of them says. */
export const AudienceCounts = z.object({ shows: byAudience, media: byAudience }).meta({
  id: 'AudienceCounts',
  example: {
    shows: { private: 3, friends: 40, attendees: 0, public: 212 },
    media: { private: 0, friends: 0, attendees: 0, public: 812 },
  },
})
export type AudienceCounts = z.infer<typeof AudienceCounts>

/** Who is to see all of them. */
export const AudienceForAll = z
  .strictObject({ audience: ChosenAudience })
  .meta({ id: 'AudienceForAll', example: { audience: 'friends' } })

/** How many were seen by others than they are now. */
export const AudienceChanged = z
  .object({ changed: z.int() })
  .meta({ id: 'AudienceChanged', example: { changed: 212 } })

export const countAudiences = endpoint({
  id: 'countAudiences',
  method: 'GET',
  path: '/users/me/audiences',
  tag,
  summary: 'Who sees how many of my shows and media',
  security: 'required',
  answers: { 200: AudienceCounts },
  problems: [],
})

export const changeShowAudiences = endpoint({
  id: 'changeShowAudiences',
  method: 'PUT',
  path: '/users/me/audiences/shows',
  tag,
  summary: 'Say for all my shows at once who sees that I was there',
  description:
    'All or none, and at once. Shows added later follow `default_audience`. It cannot be undone as a whole.',
  security: 'required',
  body: AudienceForAll,
  answers: { 200: AudienceChanged },
  problems: [],
})

export const changeMediaAudiences = endpoint({
  id: 'changeMediaAudiences',
  method: 'PUT',
  path: '/users/me/audiences/media',
  tag,
  summary: 'Say for all my photos, audio and videos at once who sees them',
  description: 'A medium is never seen by more people than the show it belongs to lets see that I was there.',
  security: 'required',
  body: AudienceForAll,
  answers: { 200: AudienceChanged },
  problems: [],
})
