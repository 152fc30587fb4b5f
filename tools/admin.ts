/**
 * For whoever holds the server itself: names the admins, makes somebody one, or takes a lost second step off. Works on
 * the database of the same settings as `npm start`, whether the server runs or not; a running one follows at once.
 */
import { ConfigError, readConfig } from '../apps/server/src/platform/config/config.ts'
import { createDb, createPool } from '../apps/server/src/platform/db/connect.ts'
import {
  EmbeddedPostgresError,
  startEmbeddedPostgres,
  urlOfRunning,
} from '../apps/server/src/platform/db/embedded/index.ts'
import { commands, Unable } from './admin/commands.ts'

const usage = `npm run admin -- <command>
  list                          who is an admin
  promote <username|e-mail>     makes somebody an admin, and reinstates her
  reset-mfa <username|e-mail>   takes two-step sign-in off for somebody who lost every second step`

async function main([name = '', who, ...rest]: string[]): Promise<void> {
  const command = Object.entries(commands).find(([known]) => known === name)?.[1]
  if (command === undefined || rest.length > 0 || (who === undefined) !== (name === 'list')) {
    throw new Unable(usage)
  }
  const config = readConfig(process.env)
  const running = config.databaseUrl ?? (await urlOfRunning(config.dataDir))
  const own = running === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir }) : undefined
  const db = createDb(createPool(running ?? own?.url ?? '', 1, config.databaseWait))
  try {
    console.log(await command(db, config.publicUrl ?? `http://${config.host}:${config.port}`, who ?? ''))
  } finally {
    await db.destroy()
    await own?.stop()
  }
}

main(process.argv.slice(2)).catch((error: Error & { code?: string }) => {
  const known =
    error instanceof Unable || error instanceof ConfigError || error instanceof EmbeddedPostgresError
  const unmade = error.code === '42P01' || error.code === '42703'
  console.error(known ? error.message : unmade ? 'Start this release once with `npm start` first.' : error)
  process.exitCode = 1
})
