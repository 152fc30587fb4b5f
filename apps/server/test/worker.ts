import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import type { TestServer } from './server.ts'

const main = path.join(import.meta.dirname, '../src/main.ts')

/** The product's worker as a process of its own, on the database and the files of a server that does no jobs. */
export const startWorker = (
  { dataDir, databaseUrl }: TestServer,
  env: Record<string, string> = {},
): ChildProcess =>
  spawn(process.execPath, [main], {
    env: {
      ...process.env,
      ROLE: 'worker',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      MODELS_URL: 'off',
      LOG_LEVEL: 'silent',
      ...env,
    },
    stdio: 'ignore',
  })
