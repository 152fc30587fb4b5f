import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isRefusal, problems, type Refusal } from '@sharemyshows/contract/errors'
import { keepMedium } from '../../apps/server/src/features/media/actions/keep-medium.ts'
import { hearAdded } from '../../apps/server/src/features/music/listeners.ts'
import { takeTurn } from '../../apps/server/src/features/uploads/store.ts'
import type { Db } from '../../apps/server/src/platform/db/connect.ts'
import { row } from '../../apps/server/src/platform/db/read.ts'
import { transact } from '../../apps/server/src/platform/db/transact.ts'
import { Answer } from '../../apps/server/src/platform/http/once.ts'
import type { Storage } from '../../apps/server/src/platform/storage/storage.ts'

export type Adding = { db: Db; storage: Storage; quota: number; owner: { id: string } }

/** What became of a file; `full` where she may keep no more. */
export type Outcome = { is: 'added' | 'there' } | { is: 'failed' | 'full'; reason: string }

/** A recording of hers of the same bytes, wherever she keeps it. */
const same = `select m.id from media m
  where m.owner_id = $1 and m.sha256 = $2 and m.kind = 'audio' and m.deleted_at is null limit 1`
const isThere = async (db: Db, owner: string, sha256: Buffer) =>
  (await row(db, same, [owner, sha256])) !== undefined

async function fingerprint(file: string): Promise<Buffer> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest()
}

/** Adds a file by the ways by which one is added that is sent, so that the same checks, quota and jobs hold. */
export async function addFile(adding: Adding, file: string): Promise<Outcome> {
  const { db, storage, owner } = adding
  try {
    if (await isThere(db, owner.id, await fingerprint(file))) return { is: 'there' }
    const copy = await storage.temporary()
    try {
      await pipeline(createReadStream(file), createWriteStream(copy, { flags: 'wx', mode: 0o600 }))
      return outcomeOf(await keepCopy(adding, file, copy))
    } finally {
      await rm(copy, { force: true })
    }
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    // what is wrong with one file is no reason to leave the others; what is wrong here is
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EIO') return { is: 'failed', reason: message }
    throw error
  }
}

async function keepCopy({ db, storage, quota, owner }: Adding, file: string, copy: string) {
  const { size, mtime } = await stat(copy).then(async ({ size: bytes }) => ({
    size: bytes,
    mtime: (await stat(file)).mtime,
  }))
  // of the copy, as the file may have changed meanwhile
  const sha256 = await fingerprint(copy)
  const unasked = () => Promise.reject(new Error('what is imported is of no show'))
  const deps = { storage, quota, join: unasked, note: unasked, added: hearAdded('folder') }
  const fields = { audience: 'private' as const }
  const sent = { fields, name: path.basename(file), size, sha256, lastModified: mtime }
  return keepMedium(deps, owner, { ...sent, from: { path: copy }, only: 'audio' }, (record) =>
    transact<string | Answer<string> | Refusal>(db, async (tx) => {
      await takeTurn(tx, owner.id)
      return (await isThere(tx, owner.id, sha256)) ? new Answer(0, 'there') : record(tx)
    }),
  )
}

function outcomeOf(kept: string | Answer<string> | Refusal): Outcome {
  if (!isRefusal(kept)) return { is: kept instanceof Answer ? 'there' : 'added' }
  const reason = kept.message ?? problems[kept.refused][1]
  return { is: kept.refused === 'quota_exceeded' ? 'full' : 'failed', reason }
}
