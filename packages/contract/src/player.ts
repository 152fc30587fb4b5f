import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const tag = 'Music'

/** A device of mine at Spotify. */
export const Device = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    active: z.boolean(),
    /** In percent; null where it cannot be set from elsewhere. */
    volume: z.number().min(0).max(100).nullable(),
  })
  .meta({
    id: 'PlayerDevice',
    example: { id: 'ed01a3', name: 'Kitchen', kind: 'Speaker', active: true, volume: 40 },
  })
export type Device = z.infer<typeof Device>

/** What plays at Spotify; `position` and `duration` in seconds. */
export const NowPlaying = z
  .object({
    playing: z.boolean(),
    name: z.string().nullable(),
    artist: z.string().nullable(),
    artwork_url: z.string().nullable(),
    link: z.string().nullable(),
    spotify_track_id: z.string().nullable(),
    position: z.number().nullable(),
    duration: z.number().nullable(),
    device: Device.nullable(),
  })
  .meta({
    id: 'NowPlaying',
    example: {
      playing: true,
      name: 'The last song',
      artist: 'Spinvis',
      artwork_url: null,
      link: 'https://open.spotify.com/track/6rqhFgbbKwnb9MLmUQDhG6',
      spotify_track_id: '6rqhFgbbKwnb9MLmUQDhG6',
      position: 41,
      duration: 202,
      device: Device.meta()?.example,
    },
  })
export type NowPlaying = z.infer<typeof NowPlaying>

const problems = [
  'provider_not_configured',
  'provider_not_connected',
  'provider_reconnect',
  'provider_quota',
  'provider_unavailable',
  'provider_refused',
] as const
const player = [...problems, 'no_active_device', 'premium_required'] as const

export const readNowPlaying = endpoint({
  id: 'readNowPlaying',
  method: 'GET',
  path: '/music/now-playing',
  tag,
  summary: 'What plays at Spotify; null where nothing does',
  security: 'required',
  answers: { 200: z.object({ now: NowPlaying.nullable() }) },
  problems,
})

export const listDevices = endpoint({
  id: 'listDevices',
  method: 'GET',
  path: '/music/devices',
  tag,
  summary: 'My devices at Spotify',
  security: 'required',
  answers: { 200: z.object({ items: z.array(Device) }) },
  problems,
})

export const pauseMusic = endpoint({
  id: 'pauseMusic',
  method: 'POST',
  path: '/music/pause',
  tag,
  summary: 'Pause what plays at Spotify',
  security: 'required',
  limit: 'write',
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 204: null },
  problems: player,
})

export const resumeMusic = endpoint({
  id: 'resumeMusic',
  method: 'POST',
  path: '/music/resume',
  tag,
  summary: 'Go on with what was paused at Spotify, or on another of my devices',
  security: 'required',
  limit: 'write',
  body: z
    .strictObject({ device_id: z.string().max(200).optional() })
    .meta({ id: 'ResumeRequest', example: {} }),
  bodyOptional: true,
  answers: { 204: null },
  problems: player,
})

export const nextMusic = endpoint({
  id: 'nextMusic',
  method: 'POST',
  path: '/music/next',
  tag,
  summary: 'Go on to the next song at Spotify',
  security: 'required',
  limit: 'write',
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 204: null },
  problems: player,
})

export const setVolume = endpoint({
  id: 'setVolume',
  method: 'POST',
  path: '/music/volume',
  tag,
  summary: 'Set the volume at Spotify, in percent',
  security: 'required',
  limit: 'write',
  body: z
    .strictObject({ volume: z.int().min(0).max(100) })
    .meta({ id: 'VolumeChange', example: { volume: 40 } }),
  answers: { 204: null },
  problems: player,
})
