import { CompiledQuery } from 'kysely'
import type { Db } from './connect.ts'

/**
 * Runs one hand-written query of a view and gives its rows. `$1` is the viewer by custom; the text must be one of a
 * bounded set, because it is prepared.
 */
export async function rows<Row>(db: Db, text: string, values: readonly unknown[]): Promise<Row[]> {
  const result = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))
  return result.rows
}

/** The first row, if any. */
export async function row<Row>(db: Db, text: string, values: readonly unknown[]): Promise<Row | undefined> {
  return (await rows<Row>(db, text, values))[0]
}
