import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { TestServer } from './server.ts'

/** What every text begins with that a person leaves behind in a search for it; folded, because names are. */
export const CANARY = 'canary7f3a'

const hex = Buffer.from(CANARY).toString('hex')
const sings = (text: string) => text.toLowerCase().includes(CANARY) || text.includes(hex)

/** Tables of the database with a canary in some row, or with what else is looked for; the queue's as well. */
export async function tablesWithCanaries({ app: { pool } }: TestServer, isOne = sings): Promise<string[]> {
  const tables = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ line: string }>(`select t::text as line from ${name} t`)
    if (rows.some(({ line }) => isOne(line))) found.push(name)
  }
  return found
}

/**
 * Relations whose files hold a canary, once all is written out and rows that are no more are cleared away. Two things lie
 * beside: the write-ahead log, which is overwritten as time goes by, and what the planner knows of common values, which
 * every `analyze` renews.
 */
export async function relationsWithCanaries({ app: { pool } }: TestServer): Promise<string[]> {
  await pool.query('vacuum full')
  await pool.query('checkpoint')
  const { rows } = await pool.query<{ name: string }>(
    `select coalesce(pg_filenode_relation(0, substring(file from '^\\d+')::oid)::text, file) as name
      from pg_database d, pg_ls_dir('base/' || d.oid) file where d.datname = current_database()
        and position($1::bytea in pg_read_binary_file('base/' || d.oid || '/' || file, true)) > 0 order by 1`,
    [Buffer.from(CANARY)],
  )
  return rows.map(({ name }) => name)
}

/** Files below a folder with a canary in their bytes or in their names. */
export async function filesWithCanaries(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    if (sings(file) || sings(await readFile(file, 'latin1'))) found.push(path.relative(folder, file))
  }
  return found
}
