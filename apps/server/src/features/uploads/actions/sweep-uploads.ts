import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { ORPHAN_AGE_MS, sweepOrphans } from '../../../platform/storage/sweep.ts'
import { idOf, type PartStore, UPLOADS } from '../../../platform/uploads/parts.ts'
import { deleteUploads, findGone, findIdle, findStuck } from '../store.ts'
import { dropParts } from './drop-uploads.ts'
import { enqueueFinishing } from './end-upload.ts'
import { lookAgain } from './look-again.ts'

type Deps = { db: Db; storage: Storage; parts: PartStore }

const BATCH = 200
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Gives up what nobody has added to for a week, forgets what ended a week ago, sets going what a crash left lying, and
 * removes bytes that no upload has; gives the number of the first and the last.
 */
export async function sweepUploads({ db, storage, parts }: Deps, signal: AbortSignal): Promise<number> {
  const expired = await expire(db, signal)
  await rouse({ db, parts }, signal)
  const gone = (ids: readonly string[]) => findGone(db, ids)
  const orphans = await sweepOrphans(
    storage,
    UPLOADS,
    async (keys) => {
      const ids = new Set(await gone([...new Set(keys.map(idOf))]))
      return keys.filter((key) => ids.has(idOf(key)))
    },
    signal,
  )
  return expired + orphans + (await parts.sweep(ORPHAN_AGE_MS, gone))
}

async function expire(db: Db, signal: AbortSignal): Promise<number> {
  for (let expired = 0; ; ) {
    let some = 0
    await transact(db, async (tx) => {
      const gone = await deleteUploads(tx, { expired: true, atMost: BATCH })
      await dropParts(tx, gone)
      some = gone.length
    })
    expired += some
    if (some < BATCH || signal.aborted) return expired
  }
}

/** What is whole and was not noticed, and what could not be looked at for so long that its job gave up. */
async function rouse(deps: Pick<Deps, 'db' | 'parts'>, signal: AbortSignal): Promise<void> {
  for (let after = FIRST; !signal.aborted; ) {
    const some = await findIdle(deps.db, after, BATCH)
    for (const upload of some) await lookAgain(deps, upload)
    const last = some.at(-1)
    if (last === undefined) break
    after = last.id
  }
  for (const id of await findStuck(deps.db)) await enqueueFinishing(deps.db, id)
}
