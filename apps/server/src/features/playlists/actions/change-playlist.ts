import { isRefusal, type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { changePlaylist as contract } from '@sharemyshows/contract/playlists'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ownsAll } from '../policy.ts'
import { append, distinct } from '../rules.ts'
import { findTrackIds, lockPlaylist, updatePlaylist, writeTracks } from '../store.ts'

export const refuseStrangeTracks = (): Refusal =>
  refuseField('track_ids', 'One of these is no track of yours')

/** Changes a playlist of the actor's; what was changed since `base` is not written over. */
export async function changePlaylist(
  tx: Tx,
  actor: Actor,
  id: string,
  { track_ids, base, ...said }: z.output<typeof contract.body>,
): Promise<Refusal | null> {
  const there = await lockPlaylist(tx, actor.id, id)
  if (there === undefined) return refuse('not_found')
  if (base !== undefined && Date.parse(base) !== Date.parse(there.updated_at)) return refuse('changed_since')
  if (track_ids !== undefined) {
    const wanted = distinct(track_ids)
    // what is in the list already may be gone for the moment
    const before = new Set(await findTrackIds(tx, id))
    const added = wanted.filter((each) => !before.has(each))
    if (!(await ownsAll(tx, actor.id, added))) return refuseStrangeTracks()
    await writeTracks(tx, id, wanted)
  }
  await updatePlaylist(tx, id, said)
  return null
}

/** Puts tracks of the actor's at the end of a playlist of hers. */
export async function addToPlaylist(
  tx: Tx,
  actor: Actor,
  id: string,
  trackIds: readonly string[],
): Promise<Refusal | null> {
  if ((await lockPlaylist(tx, actor.id, id)) === undefined) return refuse('not_found')
  if (!(await ownsAll(tx, actor.id, trackIds))) return refuseStrangeTracks()
  const before = await findTrackIds(tx, id)
  const all = append(before, trackIds)
  if (isRefusal(all)) return all
  if (all.length === before.length) return null
  await writeTracks(tx, id, all)
  await updatePlaylist(tx, id)
  return null
}
