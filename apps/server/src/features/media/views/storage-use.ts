import type { StorageUse } from '@sharemyshows/contract/media-sets'
import type { Db } from '../../../platform/db/connect.ts'
import { rows } from '../../../platform/db/read.ts'

const use = `
  select kind, count(*)::int as count, coalesce(sum(file_size), 0)::bigint as bytes
  from media where owner_id = $1 and deleted_at is null group by kind
  union all
  select 'uploads', count(*)::int, coalesce(sum(length), 0)::bigint
  from uploads where owner_id = $1 and state in ('receiving', 'finishing')`

const NOTHING = { count: 0, bytes: 0 }

/** What a person keeps, by kind; the same sum that her quota is held against. */
export async function readStorageUse(db: Db, personId: string, quota: number): Promise<StorageUse> {
  const found = await rows<{ kind: string; count: number; bytes: number }>(db, use, [personId])
  const of = (kind: string) => {
    const { count, bytes } = found.find((row) => row.kind === kind) ?? NOTHING
    return { count, bytes }
  }
  const used = found.reduce((sum, { bytes }) => sum + bytes, 0)
  return { quota, used, photos: of('photo'), audio: of('audio'), videos: of('video'), uploads: of('uploads') }
}
