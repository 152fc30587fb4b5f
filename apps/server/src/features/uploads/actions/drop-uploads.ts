import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Leaver } from '../../../platform/db/forget.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import type { PartsOf } from '../../../platform/uploads/parts.ts'
import { ownUpload } from '../policy.ts'
import { deleteUploads } from '../store.ts'

/** Has the bytes of uploads removed once, and only if, nobody needs them any more. */
export async function dropParts(tx: Tx, uploads: readonly PartsOf[]): Promise<void> {
  for (const { id, length, ref } of uploads) await enqueue(tx, 'drop-parts', { id, length, ref })
}

/** Gives an upload up; whoever is sending a part of it learns so at its end. */
export async function cancelUpload(tx: Tx, actor: Actor, id: string): Promise<Refusal | undefined> {
  const upload = await ownUpload(tx, actor, id)
  if (isRefusal(upload)) return upload
  await dropParts(tx, await deleteUploads(tx, { id }))
  return undefined
}

const A_TIME = 200

/** Gives up some of all uploads a person has; true while there may be more. */
export async function forgetUploads(tx: Tx, { id }: Leaver): Promise<boolean> {
  const gone = await deleteUploads(tx, { ownerId: id, atMost: A_TIME })
  await dropParts(tx, gone)
  return gone.length > 0
}
