import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Import } from '@sharemyshows/contract/imports'
import type pg from 'pg'
import { createApp } from '../apps/server/src/app.ts'
import { readConfig } from '../apps/server/src/platform/config/config.ts'
import { createPool } from '../apps/server/src/platform/db/connect.ts'
import { startEmbeddedPostgres } from '../apps/server/src/platform/db/embedded/index.ts'
import { migrate } from '../apps/server/src/platform/db/migrate.ts'
import { migrateJobs } from '../apps/server/src/platform/jobs/jobs.ts'
import { createLog } from '../apps/server/src/platform/log/log.ts'
import { report } from './measure.ts'

const ROWS = 100_000
const BROUGHT = 2000

const table = (rows: number, mark: string): string => {
  const lines = ['Artist,Venue,City,Date,Notes']
  for (let n = 0; n < rows; n++) {
    const day = new Date(Date.UTC(1990, 0, 1 + (n % 12_000))).toISOString().slice(0, 10)
    lines.push(
      `${mark} ${n % 4000},Place ${n % 700},Town ${n % 300},${day},"Night ${n}, ${'la '.repeat(100)}"`,
    )
  }
  return lines.join('\n')
}

/** Speaks to the product as one person. */
async function createSpeaker(url: string) {
  const headers: Record<string, string> = {}
  const ask = async (method: string, address: string, body?: FormData | object) => {
    const isForm = body instanceof FormData
    const answer = await fetch(`${url}/api/v1${address}`, {
      method,
      headers: { ...headers, ...(body !== undefined && !isForm && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`)
    return answer.json() as Promise<Import & { access_token: string }>
  }
  const account = { username: 'ana', email: 'ana@example.org', password: 'a long enough password' }
  const { access_token } = await ask('POST', '/auth/register', account)
  headers.authorization = `Bearer ${access_token}`
  return {
    ask,
    /** Sends a table, and gives it once it was read. */
    send: async (text: string) => {
      const form = new FormData()
      form.set('source', 'csv')
      form.set('file', new Blob([text]), 'shows.csv')
      return ended(await ask('POST', '/imports', form))
    },
    run: async (id: string, act: string) => ended(await ask('POST', `/imports/${id}/${act}`, {})),
  }
  async function ended({ id }: Import): Promise<Import> {
    for (;;) {
      const now = await ask('GET', `/imports/${id}`)
      if (now.state !== 'running') return now
      await sleep(50)
    }
  }
}

const seconds = async (act: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await act()
  return (performance.now() - start) / 1000
}

/** The least a night can be: its show and its entry, in a transaction. */
async function writeBare(pool: pg.Pool, rows: number): Promise<void> {
  await pool.query(`insert into artists (id, name) values ('b0000000-0000-7000-8000-000000000000', 'Bare');
    insert into venues (id, name, time_zone) values ('c0000000-0000-7000-8000-000000000000', 'Bare', 'UTC')`)
  const text = `with made as (insert into shows (id, venue_id, headliner_id, show_date, starts_at, time_zone)
      select uuidv7(), v.id, a.id, date '1900-01-01' + $1::int, date '1900-01-01' + $1::int, 'UTC'
      from artists a, venues v where a.name = 'Bare' and v.name = 'Bare' returning *)
    insert into attendances (id, show_id, person_id, state, audience, starts_at)
      select uuidv7(), made.id, u.id, 'attended', 'private', made.starts_at from made, users u`
  for (let n = 0; n < rows; n++) await pool.query(text, [n])
}

/** Rows a second: of a table of 100,000 as it is read, and of nights as they come into a diary and go again. */
export async function measureImport(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-bench-'))
  const postgres = await startEmbeddedPostgres({ dataDir })
  await migrateJobs(postgres.url, createLog('silent'))
  const pool = createPool(postgres.url, 1)
  await migrate(pool)
  await pool.end()
  const env = { PORT: '0', DATA_DIR: dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'silent', MODELS_URL: 'off' }
  const app = await createApp(readConfig(env), postgres.url, createLog('silent'))
  try {
    const ana = await createSpeaker(await app.start())
    const large = table(ROWS, 'Read')
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 20)
    let read: Import | undefined
    const reading = await seconds(async () => {
      read = await ana.send(large)
    })
    clearInterval(watch)
    if (read?.rows.total !== ROWS) throw new Error(`read ${read?.rows.total}: ${read?.failure}`)
    const bare = BROUGHT / (await seconds(() => writeBare(app.pool, BROUGHT)))
    const { id } = await ana.send(table(BROUGHT, 'Brought'))
    const bringing = BROUGHT / (await seconds(() => ana.run(id, 'confirm')))
    const undoing = BROUGHT / (await seconds(() => ana.run(id, 'undo')))
    const megabytes = (bytes: number) => bytes / 1_048_576
    report({
      ...{ name: 'import: rows read', value: ROWS / reading, unit: '/s', ceiling: bare },
      file_mb: megabytes(large.length),
      rss_risen_mb: megabytes(most - before),
    })
    report({ name: 'import: rows brought', value: bringing, unit: '/s', ceiling: bare })
    report({ name: 'import: rows taken back', value: undoing, unit: '/s', ceiling: bare })
  } finally {
    await app.close()
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
