import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Playlist } from '@sharemyshows/contract/playlists'
import { bulkhead } from 'cockatiel'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { MOST_ITEMS, type Spotify } from '../../../platform/providers/spotify/spotify.ts'
import type { Connections } from '../../connections/feature.ts'
import type { Playlists, SongsOf } from '../../playlists/feature.ts'
import { besidesPlaying, inParts } from '../rules.ts'
import { alone } from '../store.ts'

export type SendDeps = {
  db: Db
  spotifyFor: Connections['spotifyFor']
  playlists: Pick<Playlists, 'songsOf' | 'keepSent' | 'readHead'>
}
/** Each sending holds a connection to the database while a server elsewhere answers. */
const few = bulkhead(4, 1000)

type Sent = { playlist: Playlist; sent: number; left_out: number }

/**
 * Sends a playlist of the actor's to Spotify: made there once, afterwards its songs are replaced. One sending at a time,
 * so that two at once do not make two. Broken off in the middle it is put right by the next.
 */
export async function sendPlaylist(deps: SendDeps, actor: Actor, id: string): Promise<Sent | Refusal> {
  const sent = await few.execute(() => alone(deps.db, `${actor.id} ${id}`, () => send(deps, actor, id)))
  return sent ?? refuse('provider_refused', { message: 'This playlist is on its way already.' })
}

async function send(deps: SendDeps, actor: Actor, id: string): Promise<Sent | Refusal> {
  const { db, spotifyFor, playlists } = deps
  const list = await playlists.songsOf(db, actor.id, id)
  if (isRefusal(list)) return list
  const spotify = await spotifyFor(actor.id)
  if (isRefusal(spotify)) return spotify
  if (list.songs.length === 0) return refuse('nothing_to_send')
  const refusal = await fill(deps, spotify, id, list)
  if (refusal !== undefined) return besidesPlaying(refusal)
  const playlist = await playlists.readHead(db, actor.id, id)
  if (isRefusal(playlist)) return playlist
  return { playlist, sent: list.songs.length, left_out: list.leftOut }
}

async function fill(
  deps: SendDeps,
  spotify: Spotify,
  id: string,
  list: SongsOf,
): Promise<Refusal | undefined> {
  if (list.spotifyId !== null) {
    const refusal = await replaceAll(spotify, list.spotifyId, list.songs)
    // one that cannot be written any more, such as one she deleted there, is made anew
    if (refusal?.refused !== 'provider_refused') return refusal
  }
  const made = await spotify.createPlaylist(list.name, list.description)
  if (isRefusal(made)) return made
  await transact(deps.db, (tx: Tx) => deps.playlists.keepSent(tx, id, made.id))
  return replaceAll(spotify, made.id, list.songs)
}

/** The first ones take the place of what was there, the others follow. */
async function replaceAll(
  spotify: Spotify,
  playlistId: string,
  songs: readonly string[],
): Promise<Refusal | undefined> {
  const uris = songs.map((song) => `spotify:track:${song}`)
  const [first = [], ...others] = inParts(uris, MOST_ITEMS)
  const refusal = await spotify.replaceItems(playlistId, first)
  if (refusal !== undefined) return refusal
  for (const part of others) {
    const refused = await spotify.addItems(playlistId, part)
    if (refused !== undefined) return refused
  }
  return undefined
}
