import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { PartStore } from '../../../platform/uploads/parts.ts'
import type { Part } from '../../../platform/uploads/tus.ts'
import { findUpload, keepRef, releaseLease, takeLease, type UploadRow } from '../store.ts'
import { beginFinishing } from './end-upload.ts'
import { busy, Interrupted, type Lease, type Writers } from './hold-lease.ts'

export type ReceiveDeps = { db: Db; parts: PartStore; writers: Writers }
export type Stands = { offset: number; expires_at: string }
type Outcome = { size: number; refusal?: Refusal; fault?: unknown }

/**
 * Adds bytes to an upload as its one writer. Whatever ends them, what came before is kept and its offset true; with the
 * last of them the upload is finishing.
 */
export async function receivePart(
  deps: ReceiveDeps,
  id: string,
  offset: number,
  part: Part,
): Promise<Stands | Refusal> {
  const { db, writers } = deps
  if (writers.isClosing()) return refuse('unavailable')
  const writer = newId()
  const upload = await takeLease(db, id, writer)
  if (upload === undefined) return whyNot(db, id)
  const lease = writers.hold(db, id, writer, part.end)
  try {
    const outcome = await write(deps, upload, lease, offset, part).catch(
      (fault): Outcome => ({ size: upload.received, fault }),
    )
    const stands = await transact(db, (tx) => settle(tx, upload, writer, outcome.size))
    if (isRefusal(stands)) return stands
    if (stands === null) return await afterLoss(deps, upload)
    if (outcome.refusal !== undefined) return outcome.refusal
    if (outcome.fault !== undefined) throw outcome.fault
    return { offset: outcome.size, expires_at: stands.expires_at }
  } finally {
    lease.end()
  }
}

async function write(
  { db, parts }: ReceiveDeps,
  upload: UploadRow,
  lease: Lease,
  offset: number,
  part: Part,
): Promise<Outcome> {
  const size = await parts.size(upload)
  if (size !== offset) return { size, refusal: refuse('offset_mismatch', { details: { offset: size } }) }
  const left = upload.length - offset
  if (part.length !== null && part.length > left) return { size, refusal: refuse('payload_too_large') }
  const ref = upload.ref ?? (await parts.begin(upload.id))
  if (ref !== upload.ref && ref !== null) await keepRef(db, upload.id, lease.writer, ref)
  const { fault, ...appended } = await parts.append(
    { ...upload, ref },
    offset,
    watched(part.bytes, left, lease),
  )
  if (fault instanceof Interrupted) return { ...appended, refusal: fault.refusal }
  return { ...appended, fault }
}

/** The bytes as they come, as long as they fit and nobody else writes. */
async function* watched(bytes: AsyncIterable<Buffer>, most: number, lease: Lease): AsyncIterable<Buffer> {
  let left = most
  for await (const chunk of bytes) {
    left -= chunk.length
    if (left < 0) throw new Interrupted(refuse('payload_too_large'))
    lease.check()
    yield chunk
  }
}

/** Gives the lease back with what was received; null when it was lost before. */
async function settle(
  tx: Tx,
  { id, length }: UploadRow,
  writer: string,
  received: number,
): Promise<UploadRow | null> {
  const upload = await releaseLease(tx, id, writer, received)
  if (upload === undefined) return null
  if (received === length) await beginFinishing(tx, upload)
  return upload
}

async function whyNot(db: Db, id: string): Promise<Refusal> {
  const upload = await findUpload(db, id)
  if (upload === undefined) return refuse('not_found')
  return upload.state === 'receiving' ? busy() : refuse('upload_ended')
}

/** What was cancelled while it was written to leaves nothing behind. */
async function afterLoss({ db, parts }: ReceiveDeps, { id, length }: UploadRow): Promise<Refusal> {
  const upload = await findUpload(db, id)
  if (upload !== undefined) return busy()
  await parts.remove({ id, length, ref: null })
  return refuse('not_found')
}
