import { isRefusal } from '@sharemyshows/contract/errors'
import { MOST_ROWS } from '@sharemyshows/contract/imports'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { transact } from '../../../platform/db/transact.ts'
import { dropJob, type JobContext } from '../../../platform/jobs/jobs.ts'
import { followProgress } from '../../../platform/live/progress.ts'
import type { Log } from '../../../platform/log/log.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { announceImport } from '../facts.ts'
import type { Matching, Reader, Readers } from '../kinds.ts'
import { OUR_FAULT, TOO_MANY_ROWS } from '../rules.ts'
import * as imports from '../store/imports.ts'
import { deleteRows, insertRows } from '../store/rows.ts'
import { beginImporting } from './begin-importing.ts'
import { jobKey } from './enqueue.ts'
import { judgeRows } from './judge-rows.ts'

export type ReadDeps = { db: Db; storage: Storage; readers: Readers } & Matching

/** Another reading has begun, or this one was stopped. */
class Overtaken extends Error {}

const A_TIME = 500

/**
 * Reads the file of an import from its beginning and judges what is in it. However often it is begun, the last reading is
 * the one that counts.
 */
export async function readImport(
  deps: ReadDeps,
  id: string,
  { signal, lastAttempt }: Pick<JobContext, 'signal' | 'lastAttempt'>,
): Promise<void> {
  const { db, storage } = deps
  const turn = newId()
  const wanted = await imports.takeTurn(db, id, turn)
  if (wanted === undefined) return
  try {
    const read = (path: string | null) => readFrom(deps, wanted, turn, path, signal)
    await (wanted.storage_key === null ? read(null) : storage.withFile(wanted.storage_key, read))
  } catch (error) {
    if (error instanceof Overtaken) return
    if (lastAttempt && !signal.aborted) await failReading(db, id, turn, OUR_FAULT)
    throw error
  }
}

/** Reads while a client waits; what is not read for a fault of ours is left to the job. */
export async function readAtOnce(deps: ReadDeps & { log: Log }, id: string): Promise<void> {
  try {
    await readImport(deps, id, { signal: new AbortController().signal, lastAttempt: false })
    await dropJob(deps.db, jobKey('reading', id))
  } catch (error) {
    deps.log.warn({ err: error, import: id }, 'an import could not be read at once')
  }
}

async function readFrom(
  deps: ReadDeps,
  wanted: imports.ImportRow,
  turn: string,
  path: string | null,
  signal: AbortSignal,
): Promise<void> {
  const { db, readers } = deps
  const { id, person_id: personId, username, wish } = wanted
  const read: Reader = readers[wanted.source as keyof Readers]
  const reading = await read({
    path,
    username,
    personId,
    mapping: wish?.mapping ?? null,
    dateFormat: wish?.date_format ?? null,
    signal,
  })
  if ('failure' in reading) return failReading(db, id, turn, reading.failure)
  const inTurn = <T>(work: (tx: Tx) => Promise<T>) =>
    transact(db, async (tx) => {
      if (!(await imports.holdTurn(tx, id, turn))) throw new Overtaken()
      return work(tx)
    })
  await inTurn(async (tx) => {
    await imports.writeHead(tx, id, reading)
    await deleteRows(tx, id)
  })
  const progress = followProgress((share) => tellShare(db, id, turn, share))
  let shows = 0
  for await (const batch of reading.found) {
    for (let at = 0; at < batch.length; at += A_TIME) {
      signal.throwIfAborted()
      const found = batch.slice(at, at + A_TIME)
      shows += found.filter(({ kind }) => kind === 'shows').length
      if (shows > MOST_ROWS) return failReading(db, id, turn, TOO_MANY_ROWS)
      await inTurn(async (tx) => insertRows(tx, id, await judgeRows(tx, deps, personId, id, found)))
    }
    progress.reach(reading.share?.() ?? 0)
  }
  await progress.settled()
  await inTurn((tx) => finish(tx, id))
}

const tellShare = (db: Db, id: string, turn: string, share: number) =>
  transact(db, async (tx) => {
    const told = await imports.writeShare(tx, id, turn, share)
    if (told !== undefined) await announceImport(tx, told)
  })

/** Has it wait to be confirmed, or go on at once where that was said before. */
async function finish(tx: Tx, id: string): Promise<void> {
  const before = await imports.lockInPhase(tx, id, 'reading')
  const read = await imports.finishReading(tx, id)
  if (read === undefined) return
  const confirm = before?.wish?.confirm
  if (confirm !== undefined && !isRefusal(await beginImporting(tx, read, confirm))) return
  await announceImport(tx, read)
}

async function failReading(db: Db, id: string, turn: string, failure: string): Promise<void> {
  await transact(db, async (tx) => {
    if (!(await imports.holdTurn(tx, id, turn))) return
    await deleteRows(tx, id)
    await imports.clearCounts(tx, id)
    const failed = await imports.end(tx, id, 'failed', failure)
    if (failed !== undefined) await announceImport(tx, failed, failure)
  })
}
