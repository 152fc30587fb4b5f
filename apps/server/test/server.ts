import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type App, createApp } from '../src/app.ts'
import { readConfig } from '../src/platform/config/config.ts'
import { createLog, type Log } from '../src/platform/log/log.ts'
import { createStorage } from '../src/platform/storage/create.ts'
import type { Storage } from '../src/platform/storage/storage.ts'
import { freshBucket } from './bucket.ts'
import { type Client, createClient } from './client.ts'
import { databaseUrl, TEMPLATE } from './global-setup.ts'

export type TestServer = {
  url: string
  app: App
  dataDir: string
  /** Where its files are, for a look beside it. */
  storage: Storage
  databaseUrl: string
  /** Nobody in particular. */
  stranger: Client
  /** Signs up people of these names and gives each a client of her own. */
  people<Names extends string[]>(...names: Names): Promise<{ [Index in keyof Names]: Client }>
  stop(): Promise<void>
}

export const PASSWORD = 'a long enough password'

/** A copy of the migrated template; made in some 30 ms. */
export async function cloneDatabase(): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client(inject('postgresUrl'))
  await admin.connect()
  await admin.query(`create database ${name} template ${TEMPLATE}`)
  await admin.end()
  return databaseUrl(inject('postgresUrl'), name)
}

/** The whole product on a port of its own, with a database and a data folder of its own. */
export async function startTestServer(env: Record<string, string> = {}, log?: Log): Promise<TestServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-data-'))
  const database = await cloneDatabase()
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'silent',
    MODELS_URL: 'off',
    // seconds of a core for each recording, which most tests have no use for
    ANALYSES_AT_ONCE: '0',
    // a busy machine is no fault of what is tested
    DATABASE_WAIT_MS: '30000',
    ...(process.env.TEST_STORAGE === 's3' && (await freshBucket())),
    ...env,
  })
  const app = await createApp(config, database, log ?? createLog(config.logLevel))
  const url = await app.start()
  const stranger = createClient(url)
  return {
    url,
    app,
    dataDir: config.dataDir,
    storage: createStorage(config, createLog('silent')),
    databaseUrl: database,
    stranger,
    people: async (...names) =>
      (await Promise.all(names.map((name) => signUp(url, name)))) as {
        [Index in keyof typeof names]: Client
      },
    stop: async () => {
      await app.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Another process of the product on the same database and folder, for those who scale out. */
export async function startBeside(
  server: TestServer,
  more: Record<string, string> = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const shared = { PORT: '0', DATA_DIR: server.dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'silent', ROLE: 'web' }
  const env = { ...shared, ...more }
  const app = await createApp(
    readConfig({ ...env, DATABASE_WAIT_MS: '30000' }),
    server.databaseUrl,
    createLog('silent'),
  )
  return { url: await app.start(), stop: () => app.close() }
}

async function signUp(url: string, username: string): Promise<Client> {
  const registration = { username, email: `${username}@example.org`, password: PASSWORD }
  const { status, body } = await createClient(url).post('/auth/register', registration)
  if (status !== 201) throw new Error(`${username} could not register: ${JSON.stringify(body)}`)
  return createClient(url, { id: body.user.id, username, token: body.access_token })
}
