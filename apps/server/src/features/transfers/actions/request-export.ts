import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { ExportFormat } from '@sharemyshows/contract/exports'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { insertExport } from '../store.ts'

/** Exports are made one after the other, so that however large they are, other work has room beside them. */
const QUEUE = 'exports'

/** Has a copy made of all that is the actor's; gives its id. */
export async function requestExport(tx: Tx, actor: Actor, format: ExportFormat): Promise<string | Refusal> {
  const id = await insertExport(tx, actor.id, format)
  if (id === undefined) return refuse('export_under_way')
  await enqueue(tx, 'make-export', { id }, { key: `make-export:${id}`, queue: QUEUE, maxAttempts: 3 })
  return id
}
