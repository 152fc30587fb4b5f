import type { LibrarySync } from '@sharemyshows/contract/library-sync'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import { progressOf } from './rules.ts'
import type { Sync } from './store.ts'

const text = `select id, state, at, total, added, message, resumes_at, created_at, updated_at from library_syncs
  where person_id = $1 order by created_at desc, id desc limit 1`

/** How far the last sync of somebody's songs is; null where there was none. */
export async function readSync(db: Db, viewer: string): Promise<LibrarySync | null> {
  const found = await row<Sync>(db, text, [viewer])
  if (found === undefined) return null
  const { id, total, added, message, resumes_at, created_at, updated_at } = found
  const state = found.state as LibrarySync['state']
  const progress = progressOf(found)
  return {
    ...{ id, state, progress, done: found.at, total, added },
    message,
    resumes_at,
    created_at,
    updated_at,
  }
}

/** The same of one that has just been begun, or was under way. */
export async function readBegun(db: Db, viewer: string): Promise<LibrarySync> {
  const begun = await readSync(db, viewer)
  if (begun === null) throw new Error('a sync that is under way has a row')
  return begun
}
