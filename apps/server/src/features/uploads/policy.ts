import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { findUpload, type UploadRow } from './store.ts'

/** An upload is its owner's alone; to everybody else there is none. */
export async function ownUpload(db: Db, actor: Actor, id: string): Promise<UploadRow | Refusal> {
  const upload = await findUpload(db, id)
  return upload?.owner_id === actor.id ? upload : refuse('not_found')
}
