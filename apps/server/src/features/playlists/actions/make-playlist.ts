import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { makePlaylist as contract } from '@sharemyshows/contract/playlists'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ownsAll } from '../policy.ts'
import { distinct, MOST_PLAYLISTS } from '../rules.ts'
import { countInTurn, deletePlaylist, findHeard, insertPlaylist, writeTracks } from '../store.ts'
import { refuseStrangeTracks } from './change-playlist.ts'

/** Makes a playlist of the actor's out of tracks, or out of what she heard in a mood; gives its id. */
export async function makePlaylist(
  tx: Tx,
  actor: Actor,
  { name, description, track_ids, from }: z.output<typeof contract.body>,
): Promise<string | Refusal> {
  if ((await countInTurn(tx, actor.id)) >= MOST_PLAYLISTS) return refuse('too_many_playlists')
  const ids = from === undefined ? distinct(track_ids ?? []) : await findHeard(tx, actor.id, from)
  if (from === undefined && !(await ownsAll(tx, actor.id, ids))) return refuseStrangeTracks()
  const mood = from?.mood ?? null
  const id = await insertPlaylist(tx, { personId: actor.id, name, description, mood })
  await writeTracks(tx, id, ids)
  return id
}

/** Deletes a playlist of the actor's. */
export const removePlaylist = async (tx: Tx, actor: Actor, id: string): Promise<Refusal | undefined> =>
  (await deletePlaylist(tx, actor.id, id)) ? undefined : refuse('not_found')
