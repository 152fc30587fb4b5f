import type { Refusal } from '@sharemyshows/contract/errors'
import type { z } from 'zod'
import type { Outcome, Provider, Request } from '../provider.ts'
import {
  DevicesAnswer,
  MeAnswer,
  PlayerAnswer,
  PlaylistAnswer,
  SavedAnswer,
  type SpotifyDevice,
  type SpotifyMe,
  type SpotifyPage,
  type SpotifyPlayer,
  type SpotifyPlaylist,
} from './shapes.ts'

export type {
  SpotifyDevice,
  SpotifyMe,
  SpotifyPage,
  SpotifyPlayer,
  SpotifyPlaylist,
} from './shapes.ts'

/** The most Spotify gives or takes at a time. */
export const MOST_SAVED = 50
export const MOST_ITEMS = 100
const MOST_DESCRIPTION = 300

/**
 * Spotify as one person may use it. Each call gives what was asked for or a refusal of ours, and throws for nothing that
 * happens outside: `provider_quota` with `details.retry_after` where Spotify says when to come again, and without it
 * where the quota is used up; `provider_reconnect`, `no_active_device`, `premium_required`, `provider_refused` with
 * Spotify's own words, `provider_unavailable`.
 */
export type Spotify = {
  me(): Promise<SpotifyMe | Refusal>
  /** Saved songs, the newest first; at most `MOST_SAVED`. */
  savedTracks(offset: number, limit: number): Promise<SpotifyPage | Refusal>
  /** What plays; null where nothing does. */
  player(): Promise<SpotifyPlayer | Refusal | null>
  devices(): Promise<SpotifyDevice[] | Refusal>
  /** Plays these (`spotify:track:…`), on this device or the active one. */
  play(uris: readonly string[], deviceId?: string): Promise<Refusal | undefined>
  /** Goes on with what was paused, on this device or the active one. */
  resume(deviceId?: string): Promise<Refusal | undefined>
  pause(deviceId?: string): Promise<Refusal | undefined>
  next(): Promise<Refusal | undefined>
  volume(percent: number): Promise<Refusal | undefined>
  /** Makes a playlist that only its person sees. */
  createPlaylist(name: string, description: string): Promise<SpotifyPlaylist | Refusal>
  /** Adds at most `MOST_ITEMS`. */
  addItems(playlistId: string, uris: readonly string[]): Promise<Refusal | undefined>
  /** Has at most `MOST_ITEMS` in place of what was there. */
  replaceItems(playlistId: string, uris: readonly string[]): Promise<Refusal | undefined>
}

/** Makes one call with a valid token, and says no in our words. */
export type Authorized = <T>(
  call: (headers: Record<string, string>) => Promise<Outcome<T>>,
) => Promise<T | Refusal>

/** Spotify's Web API, spoken for one person. */
export function spotifyAs(authorized: Authorized, api: Provider, patient: boolean): Spotify {
  const ask = <T>(schema: z.ZodType<T>, request: Request) =>
    authorized((headers) => api.ask(schema, { ...request, headers, patient }))
  // what commands answer is of no interest, and not always JSON
  const tell = async (method: 'PUT' | 'POST', path: string, request: Omit<Request, 'path' | 'method'> = {}) =>
    (await authorized<undefined>((headers) =>
      api.ask<undefined>(null, { ...request, method, path, headers, patient }),
    )) as Refusal | undefined
  const items = (playlistId: string) => `/playlists/${encodeURIComponent(playlistId)}/items`
  return {
    me: () => ask(MeAnswer, { path: '/me' }),
    savedTracks: (offset, limit) => ask(SavedAnswer, { path: '/me/tracks', query: { offset, limit } }),
    player: () => ask(PlayerAnswer, { path: '/me/player' }),
    devices: () => ask(DevicesAnswer, { path: '/me/player/devices' }),
    play: (uris, device_id) => tell('PUT', '/me/player/play', { query: { device_id }, json: { uris } }),
    resume: (id) =>
      id === undefined
        ? tell('PUT', '/me/player/play', { json: {} })
        : tell('PUT', '/me/player', { json: { device_ids: [id], play: true } }),
    pause: (device_id) => tell('PUT', '/me/player/pause', { query: { device_id } }),
    next: () => tell('POST', '/me/player/next'),
    volume: (volume_percent) => tell('PUT', '/me/player/volume', { query: { volume_percent } }),
    createPlaylist: (name, description) => {
      // of one line, and not empty
      const line = description.replaceAll(/\s+/g, ' ').trim().slice(0, MOST_DESCRIPTION)
      const json = { name, public: false, ...(line !== '' && { description: line }) }
      return ask(PlaylistAnswer, { method: 'POST', path: '/me/playlists', json })
    },
    addItems: (id, uris) => tell('POST', items(id), { json: { uris } }),
    replaceItems: (id, uris) => tell('PUT', items(id), { json: { uris } }),
  }
}
