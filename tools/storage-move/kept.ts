import { keysOf } from '../../apps/server/src/features/people/rules.ts'
import type { Db } from '../../apps/server/src/platform/db/connect.ts'
import { row, rows } from '../../apps/server/src/platform/db/read.ts'
import { keyOf } from '../../apps/server/src/platform/uploads/parts.ts'

/** A file that a row holds, and what the row knows of it; hashes in hex. */
export type Kept = { key: string; size: number | null; sha256: string | null }

const PAGE = 500
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Every file that a row holds. Uploads whose bytes are still arriving are left out: they lie in parts. */
export async function* keptFiles(db: Db): AsyncIterable<Kept> {
  yield* filesOfMedia(db)
  yield* await rows<Kept>(
    db,
    `select storage_key as key, file_size as size, null as sha256 from exports where storage_key is not null`,
    [],
  )
  const people = await rows<{ avatar: string }>(db, 'select avatar from users where avatar is not null', [])
  for (const { avatar } of people) {
    for (const key of keysOf(avatar)) yield { key, size: null, sha256: null }
  }
  const whole = await rows<{ id: string; length: number; sha256: string | null }>(
    db,
    `select id, length, encode(sha256, 'hex') as sha256 from uploads where state = 'finishing'`,
    [],
  )
  for (const { id, length, sha256 } of whole) yield { key: keyOf(id), size: length, sha256 }
}

async function* filesOfMedia(db: Db): AsyncIterable<Kept> {
  for (let after = FIRST; ; ) {
    const found = await rows<Kept & { id: string }>(
      db,
      `with page as (
          select id, storage_key, file_size, sha256 from media where id > $1 order by id limit $2)
        select id, storage_key as key, file_size as size, encode(sha256, 'hex') as sha256 from page
        union all
        select page.id, r.storage_key, r.file_size, null from renditions r join page on page.id = r.media_id
        order by 1`,
      [after, PAGE],
    )
    yield* found
    const last = found.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

/** Uploads whose bytes are still arriving. */
export async function countArriving(db: Db): Promise<number> {
  const arriving = `select count(*)::int as count from uploads where state = 'receiving'`
  return (await row<{ count: number }>(db, arriving, []))?.count ?? 0
}
