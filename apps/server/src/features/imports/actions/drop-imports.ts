import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Leaver } from '../../../platform/db/forget.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { awaitedKeys } from '../../../platform/jobs/awaited.ts'
import { removeLater } from '../../../platform/storage/remove-files.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { sweepOrphans } from '../../../platform/storage/sweep.ts'
import { announceImport } from '../facts.ts'
import { FOLDER, OUR_FAULT } from '../rules.ts'
import * as imports from '../store/imports.ts'
import * as rows from '../store/rows.ts'
import { jobKey } from './enqueue.ts'

/** Forgets an import that does not run; its file follows by a job, and what it added stays. */
export async function dropImport(tx: Tx, actor: Pick<Actor, 'id'>, id: string): Promise<Refusal | undefined> {
  const found = await imports.lockOwn(tx, actor.id, id)
  if (found === undefined) return refuse('not_found')
  if (found.phase !== null) return refuse('import_under_way')
  const key = await imports.deleteImport(tx, actor.id, id)
  if (key != null) await removeLater(tx, [key])
  return undefined
}

/** One at a time: each may say something of 100,000 rows. */
const A_TIME = 1

/** Forgets the imports of a person who leaves. */
export async function forgetImports(tx: Tx, { id }: Leaver): Promise<boolean> {
  const { keys, gone } = await imports.deleteSome(tx, id, A_TIME)
  await removeLater(tx, keys)
  return gone
}

/** Lets go of what nobody confirmed in time, and of files that a crash left behind; gives the number of these. */
export async function sweepImports(db: Db, storage: Storage, signal: AbortSignal): Promise<number> {
  await transact(db, async (tx) => {
    await removeLater(tx, await imports.expire(tx))
    for (const id of await imports.endBorrowed(tx)) await rows.blank(tx, id)
  })
  return sweepOrphans(storage, FOLDER, (keys) => imports.findUnheld(db, keys), signal)
}

/** Ends what killed its process at every attempt, so that nobody waits for it; gives their number. */
export async function tendImports(db: Db): Promise<number> {
  const still = await imports.findStill(db)
  const awaited = await awaitedKeys(
    db,
    still.map(({ id, phase }) => jobKey(phase, id)),
  )
  const given = still.filter(({ id, phase }) => !awaited.has(jobKey(phase, id)))
  for (const { id, phase } of given) {
    await transact(db, async (tx) => {
      if ((await imports.lockInPhase(tx, id, phase)) === undefined) return
      const failed = await imports.end(tx, id, 'failed', OUR_FAULT)
      if (failed !== undefined) await announceImport(tx, failed, OUR_FAULT)
    })
  }
  return given.length
}
