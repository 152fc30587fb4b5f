import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../src/platform/db/embedded/index.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { migrateJobs } from '../src/platform/jobs/jobs.ts'
import { createLog } from '../src/platform/log/log.ts'
import { offerSwift } from './swift.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A database server that tests make their own databases on. */
    postgresUrl: string
    /** Where to ask for an object store; see swift.ts. */
    swiftUrl: string
  }
}

export const TEMPLATE = 'sms_template'

/** A few cities of the bundled table, so that no test server starts by loading all of them. */
const someCities = `insert into cities (id, name, name_key, country, population, latitude, longitude, time_zone)
  select id, name, fold(name), country, population, latitude, longitude, time_zone from (values
    (2745912, 'Utrecht', 'NL', 290529, 52.09083, 5.12222, 'Europe/Amsterdam'),
    (945813, 'Utrecht', 'ZA', 3575, -27.65862, 30.32166, 'Africa/Johannesburg'),
    (2759794, 'Amsterdam', 'NL', 741636, 52.37403, 4.88969, 'Europe/Amsterdam'),
    (5106834, 'Amsterdam', 'US', 18008, 42.93869, -74.18819, 'America/New_York'),
    (5128581, 'New York City', 'US', 8175133, 40.71427, -74.00597, 'America/New_York'),
    (2886242, 'Köln', 'DE', 963395, 50.93333, 6.95, 'Europe/Berlin'),
    (2759154, 'Bergen', 'NL', 0, 52.66917, 4.70417, 'Europe/Amsterdam'),
    (1850147, 'Tokyo', 'JP', 8336599, 35.6895, 139.69171, 'Asia/Tokyo')
  ) as given (id, name, country, population, latitude, longitude, time_zone)`

/** The first account of an instance becomes its admin; here it was somebody else, so that people of tests are ordinary. */
const founder = `insert into users (id, username, email, password_hash, role)
  values ('019aa0c4-0000-7000-8000-000000000001', 'founder', 'founder@example.net', '', 'admin')`

/** Several servers at once share one PostgreSQL here, which has room for one. */
async function makeRoom(dataDir: string): Promise<void> {
  const database = await startEmbeddedPostgres({ dataDir, fsync: false })
  const admin = new pg.Client(database.url)
  await admin.connect()
  await admin.query('alter system set max_connections = 300')
  await admin.end()
  await database.stop()
}

/** One PostgreSQL for the whole run, with a migrated template that every test server clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-test-'))
  await makeRoom(dataDir)
  const database = await startEmbeddedPostgres({ dataDir, fsync: false })
  const admin = new pg.Client(database.url)
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  const template = databaseUrl(database.url, TEMPLATE)
  const pool = new pg.Pool({ connectionString: template, max: 1 })
  await migrate(pool)
  await pool.query(someCities)
  await pool.query(founder)
  await pool.end()
  await migrateJobs(template, createLog('silent'))
  project.provide('postgresUrl', database.url)
  const swift = await offerSwift()
  project.provide('swiftUrl', swift.url)
  return async () => {
    await swift.stop()
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The same server, another database. */
export function databaseUrl(url: string, name: string): string {
  return url.replace(/\/sharemyshows(?=\?|$)/, `/${name}`)
}
