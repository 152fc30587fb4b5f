import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { changeTrack as contract } from '@sharemyshows/contract/music'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { lockEntry, setLeftOut, updateNames } from '../store/entries.ts'

/** Keeps what the actor calls a track of hers. */
export async function changeTrack(
  tx: Tx,
  actor: Actor,
  id: string,
  { name, ...names }: z.output<typeof contract.body>,
): Promise<Refusal | null> {
  if (!(await lockEntry(tx, actor.id, id))) return refuse('not_found')
  await updateNames(tx, actor.id, id, { ...names, ...(name !== undefined && { title: name }) })
  return null
}

/** Takes a track out of the actor's music, or in again; done twice is done once. */
export async function leaveOut(tx: Tx, actor: Actor, id: string, leftOut: boolean): Promise<Refusal | null> {
  if (!(await lockEntry(tx, actor.id, id))) return refuse('not_found')
  await setLeftOut(tx, actor.id, id, leftOut)
  return null
}
