import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Leaver } from '../../../platform/db/forget.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { removeLater } from '../../../platform/storage/remove-files.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { sweepOrphans } from '../../../platform/storage/sweep.ts'
import { FOLDER } from '../rules.ts'
import { deleteAll, deleteExport, expireExports, findUnheld } from '../store.ts'

/** Deletes one of the actor's exports; its file follows by a job, and the making of it stops. */
export async function dropExport(tx: Tx, actor: Actor, id: string): Promise<Refusal | undefined> {
  const key = await deleteExport(tx, actor.id, id)
  if (key === undefined) return refuse('not_found')
  if (key !== null) await removeLater(tx, [key])
  return undefined
}

/** Deletes all exports of a person who leaves. */
export async function forgetExports(tx: Tx, { id }: Leaver): Promise<boolean> {
  await removeLater(tx, await deleteAll(tx, id))
  return false
}

/** Ends what is older than its week, and removes files that a crash left behind; gives their number. */
export async function sweepExports(db: Db, storage: Storage, signal: AbortSignal): Promise<number> {
  await transact(db, async (tx) => removeLater(tx, await expireExports(tx)))
  return sweepOrphans(storage, FOLDER, (keys) => findUnheld(db, keys), signal)
}
