import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { announceImport } from '../facts.ts'
import * as imports from '../store/imports.ts'
import { countAll, decide, findUndecidable } from '../store/rows.ts'
import { enqueuePhase } from './enqueue.ts'

/** Has what was read be added, row by row, by a job. A refusal leaves everything as it is. */
export async function beginImporting(
  tx: Tx,
  { id, person_id: personId, missing }: imports.ImportRow,
  { decisions, audience }: NonNullable<imports.Wish['confirm']>,
): Promise<Refusal | undefined> {
  if (missing.length > 0) return refuseMissing(missing)
  const wrong = await findUndecidable(tx, id, decisions)
  if (wrong !== undefined) {
    const why = wrong.found ? 'nothing was found that it could be' : 'there is no such row'
    return refuseField('decisions', `Row ${wrong.row}: ${why}`)
  }
  if (!(await isAlone(tx, personId))) return refuse('import_under_way')
  await decide(tx, id, decisions)
  if (audience !== null) await imports.chooseAudience(tx, id, audience)
  await imports.enter(tx, id, 'importing', await countAll(tx, id, null))
  await enqueuePhase(tx, 'importing', id)
  await announceImport(tx, { id, person_id: personId, state: 'running', progress: 0 })
  return undefined
}

/** True when nothing else of the person's adds or takes back; nothing begins to before the transaction ends. */
export async function isAlone(tx: Tx, personId: string): Promise<boolean> {
  await imports.lockNumber(tx, personId)
  return !(await imports.isAnyAtWork(tx, personId))
}

export const refuseMissing = (missing: readonly string[]): Refusal =>
  refuseField('mapping', `No column says ${missing.join(', ')}`)
