import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Db } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { PartStore } from '../../../platform/uploads/parts.ts'
import { ownUpload } from '../policy.ts'
import { correctReceived, type UploadRow } from '../store.ts'
import { beginFinishing } from './end-upload.ts'

type Deps = { db: Db; parts: PartStore }

/** Where an upload stands, and what was said of it when it was begun. */
export type Standing = { offset: number; length: number; metadata: string | null; expires_at: string }

/** Where an upload of the actor's stands, by what the store says now. */
export async function findStanding(deps: Deps, actor: Actor, id: string): Promise<Standing | Refusal> {
  const upload = await ownUpload(deps.db, actor, id)
  if (isRefusal(upload)) return upload
  const { length, metadata, expires_at } = upload
  return { offset: await lookAgain(deps, upload), length, metadata, expires_at }
}

/**
 * Asks the store how far an upload is, and writes it down where nobody is writing: a crash comes between the bytes and
 * their row. One that turns out to be whole goes on to its end. Gives the offset.
 */
export async function lookAgain({ db, parts }: Deps, upload: UploadRow): Promise<number> {
  if (upload.state !== 'receiving') return upload.length
  const size = await parts.size(upload)
  if (size === upload.received && size < upload.length) return size
  await transact(db, async (tx) => {
    const corrected = await correctReceived(tx, upload.id, size)
    if (corrected && size === upload.length) await beginFinishing(tx, upload)
  })
  return size
}
