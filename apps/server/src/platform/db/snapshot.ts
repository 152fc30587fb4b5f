import { CompiledQuery } from 'kysely'
import type { Db, Tx } from './connect.ts'

/** Runs `read` on the database as it is at one moment, whatever others write meanwhile. */
export const atOneMoment = <T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)

const CURSOR = 'batches'

/**
 * The rows of a query of any length, some at a time, so that memory does not grow with them; one such reading at a time
 * in a transaction. Like `rows`, it takes a text of a bounded set.
 */
export async function* readInBatches<Row>(
  tx: Tx,
  text: string,
  values: readonly unknown[],
  size = 500,
): AsyncGenerator<Row[]> {
  const run = (statement: string, given: readonly unknown[] = []) =>
    tx.executeQuery<Row>(CompiledQuery.raw(statement, [...given]))
  await run(`declare ${CURSOR} no scroll cursor for ${text}`, values)
  for (;;) {
    const { rows } = await run(`fetch ${size} from ${CURSOR}`)
    if (rows.length > 0) yield rows
    if (rows.length < size) break
  }
  await run(`close ${CURSOR}`)
}
