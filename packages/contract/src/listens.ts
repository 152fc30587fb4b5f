import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'
import { Mood } from './moods.ts'
import { Track } from './music.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Music'
const params = z.object({ id: Id })

/** A track that I played. `seconds` are those that were heard. */
export const Listen = z
  .object({
    id: Id,
    track: Track,
    mood: Mood.nullable(),
    seconds: z.number(),
    outcome: z.enum(['playing', 'finished', 'skipped', 'stopped']),
    played_at: Timestamp,
  })
  .meta({
    id: 'Listen',
    example: {
      id: Id.meta()?.example,
      track: Track.meta()?.example,
      mood: 'happy',
      seconds: 201,
      outcome: 'finished',
      played_at: '2024-12-02T20:00:00.000Z',
    },
  })
export type Listen = z.infer<typeof Listen>

/** A recording plays in the browser, a song of Spotify's on the device that is active there. */
export const playMusic = endpoint({
  id: 'playMusic',
  method: 'POST',
  path: '/music/play',
  tag,
  summary: 'Play a track of mine',
  description:
    'A recording is played by whoever asks, who says afterwards how it went (`PATCH /music/listens/{id}`); a song of Spotify is played on the device that is active there, or on `device_id`. `track_uri` is `spotify:track:…`. Asking again within half a minute is the same listen.',
  security: 'required',
  limit: 'write',
  body: z
    .strictObject({
      track_id: Id.optional(),
      track_uri: z
        .string()
        .regex(/^spotify:track:[A-Za-z0-9]{22}$/, 'Write spotify:track:…')
        .optional(),
      mood: Mood.nullable().optional(),
      device_id: z.string().max(200).optional(),
    })
    .refine(({ track_id, track_uri }) => (track_id === undefined) !== (track_uri === undefined), {
      message: 'Say either the track or its address at Spotify',
      path: ['track_id'],
    })
    .meta({ id: 'PlayRequest', example: { track_id: Id.meta()?.example, mood: 'happy' } }),
  answers: { 200: z.object({ message: z.string(), listen: Listen }) },
  problems: [
    'not_found',
    'provider_not_configured',
    'provider_not_connected',
    'provider_reconnect',
    'provider_quota',
    'provider_unavailable',
    'provider_refused',
    'no_active_device',
    'premium_required',
  ],
})

export const changeListen = endpoint({
  id: 'changeListen',
  method: 'PATCH',
  path: '/music/listens/{id}',
  tag,
  summary: 'Say how far a track was heard',
  security: 'required',
  limit: 'write',
  params,
  body: z
    .strictObject({
      seconds: z.number().min(0).max(86_400).optional(),
      outcome: z.enum(['playing', 'finished', 'skipped', 'stopped']).optional(),
    })
    .meta({ id: 'ListenChange', example: { seconds: 201, outcome: 'finished' } }),
  answers: { 200: Listen },
  problems: ['not_found'],
})

export const listListens = endpoint({
  id: 'listListens',
  method: 'GET',
  path: '/music/listens',
  tag,
  summary: 'What I played, the newest first',
  security: 'required',
  query: Paging.extend({
    days: z.coerce.number().int().min(1).max(3660).default(30),
    mood: Mood.optional(),
  }),
  answers: { 200: pageOf(Listen) },
  problems: [],
})
