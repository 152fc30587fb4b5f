import { problems, type Refusal } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { notify } from '../../../platform/db/notices.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { tellPerson } from '../../../platform/live/live.ts'
import { finishingKey } from '../rules.ts'
import { type End, setEnded, setFinishing, type UploadRow } from '../store.ts'
import { dropParts } from './drop-uploads.ts'

/** Has an upload looked at whose bytes are all here. */
export async function beginFinishing(tx: Tx, upload: UploadRow): Promise<void> {
  await setFinishing(tx, upload.id)
  await enqueueFinishing(tx, upload.id)
  await tellPerson(tx, upload.owner_id, 'upload_progress', {
    id: upload.id,
    state: 'finishing',
    progress: 1,
  })
}

export const enqueueFinishing = (tx: Db, id: string): Promise<void> =>
  enqueue(tx, 'finish-upload', { id }, { key: finishingKey(id) })

/** Ends an upload well or not; its bytes go, because a medium has them now or nobody will. */
export async function endUpload(tx: Tx, upload: UploadRow, end: End): Promise<void> {
  await setEnded(tx, upload.id, end)
  await dropParts(tx, [upload])
  await notify(tx, 'upload.ended', { id: upload.id })
  await tellPerson(tx, upload.owner_id, 'upload_progress', {
    id: upload.id,
    state: end.state,
    progress: 1,
    ...(end.state === 'failed' && { message: end.problem_message }),
  })
}

/** How an upload ends that is refused. */
export const refusedEnd = ({ refused, message }: Refusal): End => ({
  state: 'failed',
  problem_code: refused,
  problem_message: message ?? problems[refused][1],
})
