import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Export } from '@sharemyshows/contract/exports'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { MIME, nameOf } from './rules.ts'

type Row = Omit<Export, 'url' | 'size'> & { size: number | null }

const own = `select id, format, state, progress, file_size as size, failure, expires_at, created_at, updated_at
  from exports where user_id = $1`

const shown = ({ size, ...row }: Row): Export => ({
  ...row,
  size,
  ...(row.state === 'ready' && { url: `/api/v1/exports/${row.id}/file` }),
})

/** One's own exports, newest first. */
export async function listExports(
  db: Db,
  personId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: Export[]; next_cursor: string | null } | Refusal> {
  const position = cursor === undefined ? undefined : readCursor(cursor)
  if (isRefusal(position)) return position
  const found =
    position === undefined
      ? await rows<Row>(db, `${own} order by id desc limit $2`, [personId, limit + 1])
      : await rows<Row>(db, `${own} and id < $3 order by id desc limit $2`, [
          personId,
          limit + 1,
          position.id,
        ])
  const items = found.slice(0, limit).map(shown)
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, next_cursor: last === undefined ? null : writeCursor({ at: last.created_at, id: last.id }) }
}

/** One of one's own exports. */
export async function readExport(db: Db, personId: string, id: string): Promise<Export | Refusal> {
  const found = await row<Row>(db, `${own} and id = $2`, [personId, id])
  return found === undefined ? refuse('not_found') : shown(found)
}

type FileRow = Pick<Export, 'format' | 'created_at'> & { storage_key: string; file_size: number }
export type ExportFile = { key: string; etag: string; mime: string; size: number; fileName: string }

/** The file of one's own export, until its time is over. */
export async function findFile(db: Db, personId: string, id: string): Promise<ExportFile | Refusal> {
  const found = await row<FileRow>(
    db,
    `select format, storage_key, file_size, created_at from exports
      where user_id = $1 and id = $2 and state = 'ready' and expires_at > now()`,
    [personId, id],
  )
  if (found === undefined) return refuse('not_found')
  const { format, storage_key, file_size, created_at } = found
  return {
    key: storage_key,
    etag: id,
    mime: MIME[format],
    size: file_size,
    fileName: nameOf(format, created_at),
  }
}
