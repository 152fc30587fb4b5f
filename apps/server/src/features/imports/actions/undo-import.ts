import type { Db, Tx } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { JobContext } from '../../../platform/jobs/jobs.ts'
import { removeLater } from '../../../platform/storage/remove-files.ts'
import { announceImport } from '../facts.ts'
import { type Bringers, KINDS, type Kind } from '../kinds.ts'
import { readActor } from '../policy.ts'
import { OUR_FAULT, SLICE_MS } from '../rules.ts'
import * as imports from '../store/imports.ts'
import * as rows from '../store/rows.ts'
import { enqueuePhase } from './enqueue.ts'

export type UndoDeps = { db: Db; bringers: Bringers }

const A_TIME = 100

/**
 * Takes back what an import added, the last thing first, for some seconds; then others have their turn before the next job
 * goes on. A thing and what became of it are one transaction.
 */
export async function undoImport(
  { db, bringers }: UndoDeps,
  id: string,
  { signal, lastAttempt }: Pick<JobContext, 'signal' | 'lastAttempt'>,
): Promise<void> {
  const running = await imports.findInPhase(db, id, 'undoing')
  const actor = running && (await readActor(db, running.person_id))
  if (actor === undefined) return
  const until = performance.now() + SLICE_MS
  try {
    for (const kind of KINDS.toReversed()) {
      for (;;) {
        const added = await rows.findAdded(db, id, kind, A_TIME)
        for (const { row } of added) {
          signal.throwIfAborted()
          if (performance.now() > until) {
            await transact(db, (tx) => enqueuePhase(tx, 'undoing', id))
            return
          }
          await transact(db, (tx) => takeBackOne(tx, bringers, actor, id, kind, row))
        }
        if (added.length < A_TIME) break
      }
    }
    await transact(db, (tx) => finish(tx, id))
  } catch (error) {
    if (lastAttempt && !signal.aborted) await transact(db, (tx) => fail(tx, id))
    throw error
  }
}

async function takeBackOne(
  tx: Tx,
  bringers: Bringers,
  actor: Actor,
  id: string,
  kind: Kind,
  row: number,
): Promise<void> {
  if ((await imports.lockInPhase(tx, id, 'undoing')) === undefined) return
  const made = await rows.findMade(tx, id, kind, row)
  if (made === undefined) return
  const outcome = await bringers[kind].takeBack(tx, actor, made, id)
  await rows.writeTakenBack(tx, id, kind, row, outcome)
  const told = await imports.count(tx, id, { kind, from: 'added', to: outcome })
  if (told !== undefined) await announceImport(tx, told)
}

async function finish(tx: Tx, id: string): Promise<void> {
  if ((await imports.lockInPhase(tx, id, 'undoing')) === undefined) return
  const undone = await imports.end(tx, id, 'undone')
  const key = await imports.dropFile(tx, id)
  if (key !== null) await removeLater(tx, [key])
  if (undone !== undefined) await announceImport(tx, undone)
}

async function fail(tx: Tx, id: string): Promise<void> {
  if ((await imports.lockInPhase(tx, id, 'undoing')) === undefined) return
  const failed = await imports.end(tx, id, 'failed', OUR_FAULT)
  if (failed !== undefined) await announceImport(tx, failed, OUR_FAULT)
}
