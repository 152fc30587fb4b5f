import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceImport } from '../facts.ts'
import * as imports from '../store/imports.ts'
import { countAll, deleteRows } from '../store/rows.ts'
import { isAlone } from './begin-importing.ts'
import { enqueuePhase } from './enqueue.ts'

/** Stops an import between two things; what it has added stays. Of one that was still being read nothing is kept. */
export async function cancelImport(
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  id: string,
): Promise<Refusal | undefined> {
  const found = await imports.lockOwn(tx, actor.id, id)
  if (found === undefined) return refuse('not_found')
  if (found.phase !== 'reading' && found.phase !== 'importing') return refuse('import_not_running')
  if (found.phase === 'reading') {
    await deleteRows(tx, id)
    await imports.clearCounts(tx, id)
  }
  const cancelled = await imports.end(tx, id, 'cancelled')
  if (cancelled !== undefined) await announceImport(tx, cancelled)
  return undefined
}

/** Has all be taken back that an import added. */
export async function requestUndo(
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  id: string,
): Promise<Refusal | undefined> {
  const found = await imports.lockOwn(tx, actor.id, id)
  if (found === undefined) return refuse('not_found')
  if (found.phase !== null) return refuse('import_under_way')
  const added = await countAll(tx, id, 'added')
  if (added === 0) return refuse('import_not_undoable')
  if (!(await isAlone(tx, actor.id))) return refuse('import_under_way')
  await imports.enter(tx, id, 'undoing', added)
  await enqueuePhase(tx, 'undoing', id)
  await announceImport(tx, { id, person_id: actor.id, state: 'running', progress: 0 })
  return undefined
}
