import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../src/platform/db/embedded/index.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { migrateJobs } from '../src/platform/jobs/jobs.ts'
import { createLog } from '../src/platform/log/log.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A database server that tests make their own databases on. */
    postgresUrl: string
  }
}

export const TEMPLATE = 'sms_template'

/** One PostgreSQL for the whole run, with a migrated template that every test server clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-test-'))
  const database = await startEmbeddedPostgres({ dataDir, fsync: false })
  const admin = new pg.Client(database.url)
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  const template = databaseUrl(database.url, TEMPLATE)
  const pool = new pg.Pool({ connectionString: template, max: 1 })
  await migrate(pool)
  await pool.end()
  await migrateJobs(template, createLog('silent'))
  project.provide('postgresUrl', database.url)
  return async () => {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The same server, another database. */
export function databaseUrl(url: string, name: string): string {
  return url.replace(/\/sharemyshows(?=\?|$)/, `/${name}`)
}
