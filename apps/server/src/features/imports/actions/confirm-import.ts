import { isRefusal, type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { ImportMapping } from '@sharemyshows/contract/imports'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { announceImport } from '../facts.ts'
import type { Decisions } from '../kinds.ts'
import { isSameMapping, mappingAfter, missingOf, SMALL_BYTES } from '../rules.ts'
import * as imports from '../store/imports.ts'
import { beginImporting, refuseMissing } from './begin-importing.ts'
import { enqueuePhase } from './enqueue.ts'

export type Meant = {
  mapping?: Record<string, string | null | undefined> | undefined
  date_format?: string | null | undefined
}
export type Confirmation = Meant & {
  decisions?: Record<string, 'new' | 'match' | 'skip'> | Decisions | undefined
  audience?: string | undefined
}

/** `atOnce`: it is to be read while the client waits. */
export type Asked = { atOnce: boolean }

const STANDS_BY_MS = 60_000

/** Has a table read again, with columns or days meant otherwise. */
export async function rereadImport(
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  id: string,
  meant: Meant,
): Promise<Asked | Refusal> {
  const found = await imports.lockOwn(tx, actor.id, id)
  if (found === undefined) return refuse('not_found')
  if (found.state !== 'preview') return refuse('import_not_waiting')
  const wish = wishOf(found, meant)
  if (isRefusal(wish)) return wish
  return wish === null ? { atOnce: false } : readAgain(tx, found, wish)
}

/**
 * Has what was read be added. What is meant otherwise than it was read is read again first, and added after that; so is
 * what was stopped while it was read.
 */
export async function confirmImport(
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  id: string,
  { decisions: decided = [], audience, ...meant }: Confirmation,
): Promise<Asked | Refusal> {
  const found = await imports.lockOwn(tx, actor.id, id)
  if (found === undefined) return refuse('not_found')
  const isRead = Object.keys(found.verdicts as object).length > 0
  const goesOn = found.state === 'cancelled' || (found.state === 'failed' && isRead)
  if (found.state !== 'preview' && !goesOn) return refuse('import_not_waiting')
  const wish = found.state === 'preview' ? wishOf(found, meant) : null
  if (isRefusal(wish)) return wish
  const confirm = { decisions: decisionsOf(decided), audience: audience ?? null }
  if (wish === null && (isRead || found.state === 'preview')) {
    return (await beginImporting(tx, found, confirm)) ?? { atOnce: false }
  }
  const missing = missingOf(wish?.mapping ?? found.mapping)
  if (found.source === 'csv' && wish !== null && missing.length > 0) return refuseMissing(missing)
  return readAgain(tx, found, { ...found.wish, ...wish, confirm })
}

const decisionsOf = (given: NonNullable<Confirmation['decisions']>): Decisions =>
  Array.isArray(given)
    ? given
    : Object.entries(given).map(([row, decision]) => ({ row: Number(row), decision }))

/** What is asked for of the next reading; null when it would be what was read. */
function wishOf(found: imports.ImportRow, { mapping, date_format }: Meant): imports.Wish | null | Refusal {
  // only a table can be read one way or another
  if (found.source !== 'csv') return null
  const names = found.columns.map(({ name }) => name)
  const after = mapping === undefined ? found.mapping : mappingAfter(found.mapping, mapping, names)
  if ('unknown' in after) return refuseField('mapping', `There is no column “${after.unknown}”`)
  const isNew = !isSameMapping(found.mapping, after as ImportMapping)
  const format = date_format === undefined ? (found.wish?.date_format ?? null) : date_format
  if (!isNew && (date_format === undefined || date_format === found.date_format)) return null
  return { mapping: after as ImportMapping, date_format: format }
}

async function readAgain(
  tx: Tx,
  { id, person_id, file_size }: imports.ImportRow,
  wish: imports.Wish,
): Promise<Asked> {
  const atOnce = file_size !== null && file_size <= SMALL_BYTES
  await imports.ask(tx, id, wish)
  await imports.enter(tx, id, 'reading', 0)
  await enqueuePhase(tx, 'reading', id, atOnce ? STANDS_BY_MS : 0)
  await announceImport(tx, { id, person_id, state: 'running', progress: 0 })
  return { atOnce }
}
