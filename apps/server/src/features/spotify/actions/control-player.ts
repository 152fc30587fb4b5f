import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Device, NowPlaying } from '@sharemyshows/contract/player'
import type { Spotify } from '../../../platform/providers/spotify/spotify.ts'
import type { Connections } from '../../connections/feature.ts'
import { besidesPlaying, deviceOf, nowOf } from '../rules.ts'

export type PlayerDeps = { spotifyFor: Connections['spotifyFor'] }

/** What plays at a person's Spotify. */
export async function readNowPlaying(
  deps: PlayerDeps,
  personId: string,
): Promise<{ now: NowPlaying | null } | Refusal> {
  const spotify = await deps.spotifyFor(personId)
  if (isRefusal(spotify)) return spotify
  const player = await spotify.player()
  return isRefusal(player) ? besidesPlaying(player) : { now: player && nowOf(player) }
}

/** Where a person's Spotify can be told to play. */
export async function listDevices(
  deps: PlayerDeps,
  personId: string,
): Promise<{ items: Device[] } | Refusal> {
  const spotify = await deps.spotifyFor(personId)
  if (isRefusal(spotify)) return spotify
  const devices = await spotify.devices()
  return isRefusal(devices)
    ? besidesPlaying(devices)
    : { items: devices.flatMap((device) => deviceOf(device) ?? []) }
}

/** Has a person's Spotify do something. */
export async function command(
  deps: PlayerDeps,
  personId: string,
  order: (spotify: Spotify) => Promise<Refusal | undefined>,
): Promise<Refusal | undefined> {
  const spotify = await deps.spotifyFor(personId)
  return isRefusal(spotify) ? spotify : order(spotify)
}

/** Plays a song of Spotify's on the device that is active there, or on the one that is named. */
export const playSong = async (
  deps: PlayerDeps,
  personId: string,
  spotifyId: string,
  deviceId?: string,
): Promise<Refusal | null> =>
  (await command(deps, personId, (spotify) => spotify.play([`spotify:track:${spotifyId}`], deviceId))) ?? null
