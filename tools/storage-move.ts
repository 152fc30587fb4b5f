/**
 * Copies all files between the folder and the S3 store of the settings, and proves each by its hash. Runs beside a server
 * or without one; what is there already is passed by, so that it can be run again at any time.
 */
import { ConfigError } from '../apps/server/src/platform/config/config.ts'
import { EmbeddedPostgresError } from '../apps/server/src/platform/db/embedded/index.ts'
import { runMove, Unable } from './storage-move/run.ts'

process.exitCode = await runMove(process.argv.slice(2), process.env, console.log).catch((error: Error) => {
  const known =
    error instanceof Unable || error instanceof ConfigError || error instanceof EmbeddedPostgresError
  console.error(known ? error.message : error)
  return 1
})
