import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Upload } from '@sharemyshows/contract/uploads'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'

type UploadSeen = Omit<Upload, 'problem'> & { problem_code: string | null; problem_message: string | null }

const own = `select u.id, u.state, case when u.state = 'receiving' then u.received else u.length end as offset,
  u.length, u.file_name, u.show_id, coalesce(m.kind, u.kind) as kind, u.media_id, u.duplicate,
  u.problem_code, u.problem_message, u.created_at, u.expires_at
  from uploads u left join media m on m.id = u.media_id where u.owner_id = $1::uuid`

const shape = ({ problem_code: code, problem_message: message, ...upload }: UploadSeen): Upload => ({
  ...upload,
  problem: code === null || message === null ? null : { code, message },
})

/** One upload, for its owner. */
export async function readUpload(db: Db, viewer: Viewer, id: string): Promise<Upload | Refusal> {
  const found = await row<UploadSeen>(db, `${own} and u.id = $2`, [viewer, id])
  return found === undefined ? refuse('not_found') : shape(found)
}

/** What is on its way, newest first. */
export async function listUploads(db: Db, viewer: Viewer): Promise<{ items: Upload[] }> {
  const open = `${own} and u.state in ('receiving', 'finishing') order by u.id desc`
  return { items: (await rows<UploadSeen>(db, open, [viewer])).map(shape) }
}
