import { createApp } from './app.ts'
import { type Config, ConfigError, readConfig } from './platform/config/config.ts'
import { createPool } from './platform/db/connect.ts'
import { EmbeddedPostgresError, startEmbeddedPostgres } from './platform/db/embedded/index.ts'
import { migrate } from './platform/db/migrate.ts'
import { migrateJobs } from './platform/jobs/jobs.ts'
import { createLog, type Log } from './platform/log/log.ts'

const DRAIN_MS = 9_000

type Database = { url: string; stop(): Promise<void> }

async function openDatabase(config: Config, log: Log): Promise<Database> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, stop: async () => {} }
  return startEmbeddedPostgres({
    dataDir: config.dataDir,
    log: (line) => log.debug({ postgres: line }),
    // without its database the process serves nobody: a supervisor starts it afresh
    onExit: (reason) => {
      log.fatal(reason)
      process.exit(1)
    },
  })
}

async function prepare(url: string, log: Log): Promise<void> {
  const pool = createPool(url, 1)
  try {
    const applied = await migrate(pool)
    if (applied.length > 0) log.info({ applied }, 'the database was migrated')
  } finally {
    await pool.end()
  }
  await migrateJobs(url, log)
}

/** Where people find it: the public address, else where it listens. */
const shownUrl = (config: Config, listening: string) => config.publicUrl ?? listening

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const database = await openDatabase(config, log)
  await prepare(database.url, log)
  const app = await createApp(config, database.url, log)
  const stop = async (signal: string) => {
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), DRAIN_MS).unref()
    await app.close()
    await database.stop()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  const listening = await app.start()
  if (config.roles.worker) void app.announceTools()
  process.stdout.write(`ShareMyShows is ready on ${shownUrl(config, listening)}\n`)
}

main().catch((error: Error) => {
  const known =
    error instanceof ConfigError ||
    error instanceof EmbeddedPostgresError ||
    (error as { code?: string }).code === 'EADDRINUSE'
  process.stderr.write(`${known ? error.message : (error.stack ?? error.message)}\n`)
  process.exit(1)
})
