import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, line, prose, Timestamp } from './fields.ts'
import { Mood } from './moods.ts'
import { Track } from './music.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Playlists'

/** Tracks a playlist may hold. */
export const MOST_TRACKS = 1000

/** A list of tracks in order, mine alone. `mood` is that out of whose listens it was made; it is then a list as any other. */
export const Playlist = z
  .object({
    id: Id,
    name: z.string(),
    description: z.string(),
    mood: Mood.nullable(),
    tracks: z.int(),
    duration: z.number(),
    /** Its page at Spotify, once it was sent there. */
    spotify_url: z.string().nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Playlist',
    example: {
      id: Id.meta()?.example,
      name: 'Bright evenings',
      description: '',
      mood: 'happy',
      tracks: 12,
      duration: 2620,
      spotify_url: null,
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type Playlist = z.infer<typeof Playlist>

/** With all its tracks in order. */
export const WholePlaylist = Playlist.extend({ items: z.array(Track) }).meta({
  id: 'WholePlaylist',
  example: { ...(Playlist.meta()?.example as object), items: [Track.meta()?.example] },
})
export type WholePlaylist = z.infer<typeof WholePlaylist>

const TrackIds = z.array(Id).max(MOST_TRACKS)
const fields = { name: line(120), description: prose(1000), track_ids: TrackIds }

export const listPlaylists = endpoint({
  id: 'listPlaylists',
  method: 'GET',
  path: '/playlists',
  tag,
  summary: 'My playlists, the last changed first',
  security: 'required',
  query: Paging,
  answers: { 200: pageOf(Playlist) },
  problems: [],
})

export const makePlaylist = endpoint({
  id: 'makePlaylist',
  method: 'POST',
  path: '/playlists',
  tag,
  summary: 'Make a playlist, by hand or out of what I played in a mood',
  description:
    'With `from` its tracks are those heard for half a minute or to their end in that mood within so many days, the most played first. Tracks that are not mine are refused.',
  security: 'required',
  limit: 'write',
  idempotent: true,
  body: z
    .strictObject({
      name: fields.name,
      description: fields.description.default(''),
      track_ids: TrackIds.optional(),
      from: z
        .strictObject({
          mood: Mood,
          days: z.int().min(1).max(3660).default(30),
          limit: z.int().min(1).max(200).default(50),
        })
        .optional(),
    })
    .refine(({ track_ids, from }) => track_ids === undefined || from === undefined, {
      message: 'Say either the tracks or the mood',
      path: ['from'],
    })
    .meta({ id: 'PlaylistDraft', example: { name: 'Bright evenings', from: { mood: 'happy' } } }),
  answers: { 201: WholePlaylist },
  problems: ['idempotency_conflict', 'too_many_playlists'],
})

const params = z.object({ id: Id })

export const readPlaylist = endpoint({
  id: 'readPlaylist',
  method: 'GET',
  path: '/playlists/{id}',
  tag,
  summary: 'A playlist of mine with its tracks',
  security: 'required',
  params,
  answers: { 200: WholePlaylist },
  problems: ['not_found'],
})

export const changePlaylist = endpoint({
  id: 'changePlaylist',
  method: 'PUT',
  path: '/playlists/{id}',
  tag,
  summary: 'Change a playlist of mine; `track_ids` gives all its tracks in their new order',
  description:
    '`base` is the `updated_at` that the change was made on: where the list was changed since, it is refused with `changed_since`.',
  security: 'required',
  limit: 'write',
  params,
  body: z
    .strictObject({ ...z.object(fields).partial().shape, base: Timestamp.optional() })
    .meta({ id: 'PlaylistChange', example: { name: 'Bright mornings' } }),
  answers: { 200: WholePlaylist },
  problems: ['not_found', 'changed_since'],
})

export const addToPlaylist = endpoint({
  id: 'addToPlaylist',
  method: 'POST',
  path: '/playlists/{id}/tracks',
  tag,
  summary: 'Put tracks of mine at the end of a playlist; those that are in it already stay where they are',
  security: 'required',
  limit: 'write',
  params,
  body: z
    .strictObject({ track_ids: z.array(Id).min(1).max(MOST_TRACKS) })
    .meta({ id: 'PlaylistAddition', example: { track_ids: [Id.meta()?.example] } }),
  answers: { 200: WholePlaylist },
  problems: ['not_found'],
})

export const removePlaylist = endpoint({
  id: 'removePlaylist',
  method: 'DELETE',
  path: '/playlists/{id}',
  tag,
  summary: 'Delete a playlist of mine; its tracks stay',
  security: 'required',
  limit: 'write',
  params,
  answers: { 204: null },
  problems: ['not_found'],
})

export const readM3u = endpoint({
  id: 'readM3u',
  method: 'GET',
  path: '/playlists/{id}/m3u',
  tag,
  summary: 'A playlist of mine as extended M3U in UTF-8, for another player',
  description:
    'Recordings are named by their file, so that the list plays beside a download of them; songs of Spotify by their address there.',
  security: 'required',
  params,
  answers: { 200: null },
  produces: ['audio/x-mpegurl'],
  problems: ['not_found'],
})

export const sendPlaylist = endpoint({
  id: 'sendPlaylist',
  method: 'POST',
  path: '/playlists/{id}/spotify',
  tag,
  summary:
    'Send a playlist of mine to Spotify, or again what changed; recordings have no place there and are left out',
  security: 'required',
  limit: 'export',
  params,
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 200: z.object({ playlist: Playlist, sent: z.int(), left_out: z.int() }) },
  problems: [
    'not_found',
    'nothing_to_send',
    'provider_not_configured',
    'provider_not_connected',
    'provider_reconnect',
    'provider_quota',
    'provider_unavailable',
    'provider_refused',
  ],
})
