import { open } from 'node:fs/promises'
import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { ImportSource } from '@sharemyshows/contract/imports'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { ReceivedFile } from '../../../platform/http/upload.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import type { Readers } from '../kinds.ts'
import { isTaken, keyOf, MOST_IMPORTS, MOST_KEPT_BYTES, mostBytes, SMALL_BYTES, shownName } from '../rules.ts'
import { insertImport, lockNumber } from '../store/imports.ts'
import { enqueuePhase } from './enqueue.ts'

export type ReceiveDeps = { storage: Storage; readers: Readers; attends: boolean }

export type SentImport = { source: ImportSource; username?: string | undefined; file: ReceivedFile | null }

/** A job stands by in case we die while the client waits. */
const STANDS_BY_MS = 60_000
const HEAD_BYTES = 32

export const TOO_LARGE = refuse('payload_too_large', {
  message: 'A table or a calendar may have up to 50 MB, an archive up to 4 GB.',
})

/**
 * Keeps what somebody sent to be imported: first its file, then in one transaction its row and the job that reads it. A
 * file without its row is removed at once, or, if we die in between, by the sweep.
 */
export async function receiveImport<Result>(
  { storage, attends }: ReceiveDeps,
  actor: Pick<Actor, 'id'>,
  sent: SentImport,
  commit: (record: (tx: Tx) => Promise<string | Refusal>) => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  const refusal = await judge(sent, attends)
  if (refusal !== null) return refusal
  const { source, file, username = null } = sent
  const id = newId()
  const key = file === null ? null : keyOf(id)
  if (file !== null && key !== null) await storage.adopt(key, file.path)
  let recorded = false
  const record = async (tx: Tx) => {
    recorded = false
    const kept = await lockNumber(tx, actor.id)
    const bytes = kept.bytes + (file?.size ?? 0)
    if (kept.imports >= MOST_IMPORTS || bytes > MOST_KEPT_BYTES) return refuse('too_many_imports')
    await insertImport(tx, {
      id,
      person_id: actor.id,
      source,
      storage_key: key,
      file_name: file === null ? null : shownName(file.name),
      file_size: file?.size ?? null,
      username,
    })
    await enqueuePhase(tx, 'reading', id, isReadAtOnce(sent) ? STANDS_BY_MS : 0)
    recorded = true
    return id
  }
  try {
    const result = await commit(record)
    if (!recorded && key !== null) await storage.remove(key)
    return result
  } catch (error) {
    // once recorded, the commit itself may have succeeded unheard: only the sweep can tell
    if (!recorded && key !== null) await storage.remove(key)
    throw error
  }
}

/** Most bytes of a file, by what was said before it came. */
export const roomFor = ({ source }: Record<string, unknown>): number => mostBytes(source)

/** True of what is read while the client waits; a zip may be more than it seems. */
export const isReadAtOnce = ({ source, file }: Pick<SentImport, 'source' | 'file'>): boolean =>
  file !== null && file.size <= SMALL_BYTES && source !== 'setlistfm'

async function judge({ source, file, username }: SentImport, attends: boolean): Promise<Refusal | null> {
  if (source === 'setlistfm') {
    if (!attends) return refuse('provider_not_configured')
    return username === undefined ? refuseField('username', 'Required') : null
  }
  if (file === null) return refuse('file_missing')
  if (file.size === 0) return refuse('file_empty')
  if (file.size > mostBytes(source)) return TOO_LARGE
  return isTaken(source, await headOf(file.path)) ? null : refuse('unsupported_format')
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 })
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
