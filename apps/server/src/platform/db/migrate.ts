import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'

const migrationsDir = path.join(import.meta.dirname, '../../../migrations')
// any number: two processes that start together wait for each other here
const LOCK = 7_416_120

/** Applies the migrations that are not applied yet, in order, each in a transaction of its own. Forward only. */
export async function migrate(pool: pg.Pool, dir = migrationsDir): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`)
    await client.query(
      'create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const known = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations')
    const applied = new Map(known.rows.map((row) => [row.name, row.sha256]))
    return await applyMissing(client, dir, applied)
  } finally {
    await client.query(`select pg_advisory_unlock(${LOCK})`).catch(() => {})
    client.release()
  }
}

async function applyMissing(
  client: pg.PoolClient,
  dir: string,
  applied: Map<string, string>,
): Promise<string[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.sql')).sort()
  const done: string[] = []
  for (const name of names) {
    const sql = await readFile(path.join(dir, name), 'utf8')
    const sha256 = createHash('sha256').update(sql).digest('hex')
    const before = applied.get(name)
    if (before === sha256) continue
    if (before !== undefined) throw new Error(`Migration ${name} was changed after it had been applied.`)
    await client.query(`begin; ${sql}; commit`).catch(async (error) => {
      await client.query('rollback')
      throw new Error(`Migration ${name} failed: ${error.message}`, { cause: error })
    })
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256])
    done.push(name)
  }
  return done
}
