/**
 * Adds the audio files of a folder on this machine to somebody's music, as private recordings of hers. Works on the database
 * and the storage of the same settings as `npm start`, whether the server runs or not; a running one prepares and analyses
 * them, else the next. What is there already is passed by, so that it can be run again at any time.
 */
import { ConfigError } from '../apps/server/src/platform/config/config.ts'
import { EmbeddedPostgresError } from '../apps/server/src/platform/db/embedded/index.ts'
import { runImport, Unable } from './library-import/run.ts'

type Failure = Error & { code?: string }

process.exitCode = await runImport(process.argv.slice(2), process.env, console.log).catch(
  (error: Failure) => {
    const known =
      error instanceof Unable || error instanceof ConfigError || error instanceof EmbeddedPostgresError
    const unmade = ['42P01', '42703', '3F000'].includes(error.code ?? '')
    console.error(known ? error.message : unmade ? 'Start this release once with `npm start` first.' : error)
    return 2
  },
)
