import { isRefusal } from '@sharemyshows/contract/errors'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { refusalOf } from '../../../platform/http/problem.ts'
import type { JobContext } from '../../../platform/jobs/jobs.ts'
import { removeLater } from '../../../platform/storage/remove-files.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { announceImport } from '../facts.ts'
import { type Bringers, type Bringing, type Brought, KINDS, type Kind, type ToDo } from '../kinds.ts'
import { readActor } from '../policy.ts'
import { OUR_FAULT, SLICE_MS } from '../rules.ts'
import * as imports from '../store/imports.ts'
import * as rows from '../store/rows.ts'
import { enqueuePhase } from './enqueue.ts'
import { fileOnDemand } from './file-on-demand.ts'

export type RunDeps = { db: Db; storage: Storage; bringers: Bringers }

/** Somebody stopped it, or it has ended. */
class Stopped extends Error {}

const A_TIME = 100

/**
 * Adds things of an import, one after the other, for some seconds; then others have their turn before the next job goes
 * on. A thing and what became of it are one transaction, so that however often this is broken off, each is added once.
 */
export async function runImport(
  deps: RunDeps,
  id: string,
  { signal, lastAttempt, log }: JobContext,
): Promise<void> {
  const { db } = deps
  const running = await transact(db, (tx) => takeUp(tx, id))
  if (running === null || isRefusal(running)) return
  const actor = await readActor(db, running.person_id)
  if (actor === undefined) return
  const file = fileOnDemand(deps.storage, running.storage_key)
  try {
    const slice = { deps, running, actor, file: file.path, signal, log, until: performance.now() + SLICE_MS }
    const isDone = await bringSome(slice)
    await transact(db, (tx) => (isDone ? finish(tx, running) : goOn(tx, id)))
  } catch (error) {
    if (error instanceof Stopped) return
    if (lastAttempt && !signal.aborted) await transact(db, (tx) => fail(tx, id))
    throw error
  } finally {
    await file.release()
  }
}

/** What needs no work is settled first, once. */
async function takeUp(tx: Tx, id: string): Promise<imports.ImportRow | null> {
  const running = await imports.lockInPhase(tx, id, 'importing')
  if (running === undefined) return null
  await imports.countForegone(tx, id, await rows.settleForegone(tx, id))
  return running
}

type Slice = {
  deps: RunDeps
  running: imports.ImportRow
  actor: Actor
  file: Bringing['file']
  signal: AbortSignal
  log: JobContext['log']
  until: number
}

/** True when all things have had their turn. */
async function bringSome(slice: Slice): Promise<boolean> {
  const { deps, running, signal, until } = slice
  for (const kind of KINDS) {
    for (let after = -1; ; ) {
      const waiting = await rows.findToDo(deps.db, running.id, kind, after, A_TIME)
      for (const row of waiting) {
        signal.throwIfAborted()
        if (performance.now() > until) return false
        await bringOne(slice, kind, row)
        after = row.row
      }
      if (waiting.length < A_TIME) break
    }
  }
  return true
}

/** A thing that cannot be added stops none of the others; a database or a disk that is away does. */
async function bringOne(slice: Slice, kind: Kind, row: ToDo): Promise<void> {
  const { deps, running, actor, file, signal, log } = slice
  const settle = (work: (tx: Tx) => Promise<Brought>) => settleRow(deps.db, running.id, kind, row.row, work)
  const bringing: Bringing = {
    actor,
    importId: running.id,
    source: running.source as Bringing['source'],
    audience: running.audience as Bringing['audience'],
    file,
    settle,
    idOf: (tx, of, exportedId) => rows.findIdOf(tx, running.id, of, exportedId),
    signal,
  }
  try {
    await deps.bringers[kind].bring(row, bringing)
  } catch (error) {
    if (error instanceof Stopped || signal.aborted || isAway(error)) throw error
    log.warn({ err: error, kind, row: row.row }, 'a thing could not be imported')
    const message = 'It could not be added, by a fault of ours.'
    await settle(async () => ({ outcome: 'failed', problems: [{ field: 'row', message }] }))
  }
}

const isAway = (error: unknown): boolean =>
  ['unavailable', 'storage_full'].includes(refusalOf(error as Error)?.refused ?? '')

/** In one transaction, under the lock of the import: whoever stops it does so between two things. */
async function settleRow(
  db: Db,
  id: string,
  kind: Kind,
  row: number,
  work: (tx: Tx) => Promise<Brought>,
): Promise<void> {
  await transact(db, async (tx) => {
    if ((await imports.lockInPhase(tx, id, 'importing')) === undefined) throw new Stopped()
    if (!(await rows.isToDo(tx, id, kind, row))) return
    const brought = await work(tx)
    await rows.settle(tx, id, kind, row, brought)
    const told = await imports.count(tx, id, { kind, from: null, to: brought.outcome })
    if (told !== undefined) await announceImport(tx, told)
  })
}

const goOn = (tx: Tx, id: string) => enqueuePhase(tx, 'importing', id)

async function finish(tx: Tx, { id, source }: imports.ImportRow): Promise<void> {
  if ((await imports.lockInPhase(tx, id, 'importing')) === undefined) return
  // its terms let nothing be kept but what has become the person's own
  if (source === 'setlistfm') await rows.blank(tx, id)
  const done = await imports.end(tx, id, 'done')
  const key = await imports.dropFile(tx, id)
  if (key !== null) await removeLater(tx, [key])
  if (done !== undefined) await announceImport(tx, done)
}

async function fail(tx: Tx, id: string): Promise<void> {
  if ((await imports.lockInPhase(tx, id, 'importing')) === undefined) return
  const failed = await imports.end(tx, id, 'failed', OUR_FAULT)
  if (failed !== undefined) await announceImport(tx, failed, OUR_FAULT)
}
