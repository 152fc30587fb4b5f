import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { distinct, MOST_PLAYLISTS } from '../rules.ts'
import {
  type Brought,
  countInTurn,
  deleteUnchanged,
  findOfTime,
  insertPlaylist,
  writeTracks,
} from '../store.ts'

/** Keeps a playlist that the actor made elsewhere; one of that name and time is not kept twice. The tracks are hers. */
export async function bringPlaylist(
  tx: Tx,
  actor: Actor,
  { trackIds, ...playlist }: Brought & { trackIds: readonly string[] },
): Promise<{ id: string; isNew: boolean } | Refusal> {
  const count = await countInTurn(tx, actor.id)
  const there = await findOfTime(tx, actor.id, playlist)
  if (there !== undefined) return { id: there, isNew: false }
  if (count >= MOST_PLAYLISTS) return refuse('too_many_playlists')
  const id = await insertPlaylist(tx, { personId: actor.id, ...playlist })
  await writeTracks(tx, id, distinct(trackIds))
  return { id, isNew: true }
}

/** Takes such a playlist away again, unless it has been changed since; false where it was. */
export const takePlaylistBack = (tx: Tx, actor: Actor, id: string): Promise<boolean> =>
  deleteUnchanged(tx, actor.id, id)
