import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../../apps/server/src/platform/config/config.ts'
import { createDb, createPool } from '../../apps/server/src/platform/db/connect.ts'
import { startEmbeddedPostgres, urlOfRunning } from '../../apps/server/src/platform/db/embedded/index.ts'
import { createLog } from '../../apps/server/src/platform/log/log.ts'
import { createFolderStorage } from '../../apps/server/src/platform/storage/folder.ts'
import { createS3Storage } from '../../apps/server/src/platform/storage/s3/storage.ts'
import type { Storage } from '../../apps/server/src/platform/storage/storage.ts'
import { countArriving, keptFiles } from './kept.ts'
import { moveFiles } from './move.ts'
import { createReport } from './report.ts'

const USAGE = `npm run storage:move -- --to s3|folder [--dry-run] [--remove]
  --to s3       from DATA_DIR/files into the bucket of the S3_… settings
  --to folder   from that bucket into DATA_DIR/files
  --dry-run     says what would be copied, by size alone, and changes nothing
  --remove      takes each file away from where it was, once it is proven to be where it goes`

/** A wish that cannot be granted, in a sentence for whoever holds the server. */
export class Unable extends Error {}

type Wish = { to: 's3' | 'folder'; remove: boolean; dryRun: boolean }

function readWish(args: string[]): Wish {
  const options = {
    to: { type: 'string' },
    remove: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  } as const
  try {
    const { to, remove, 'dry-run': dryRun } = parseArgs({ args, options }).values
    if ((to === 's3' || to === 'folder') && !(remove && dryRun)) return { to, remove, dryRun }
  } catch {
    // not an option of ours
  }
  throw new Unable(USAGE)
}

function sidesOf({ s3, dataDir }: Config, to: Wish['to']): { from: Storage; to: Storage } {
  if (s3 === null) throw new Unable('Name the store by the settings S3_BUCKET, S3_ACCESS_KEY_ID and so on.')
  const local = path.join(dataDir, 'files')
  const folder = createFolderStorage(local)
  const bucket = createS3Storage({ settings: s3, local, log: createLog('silent') })
  return to === 's3' ? { from: folder, to: bucket } : { from: bucket, to: folder }
}

/** Does what the words ask for and says how it goes; gives the exit code. */
export async function runMove(
  words: string[],
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<0 | 1> {
  const wish = readWish(words)
  const config = readConfig(env)
  const sides = sidesOf(config, wish.to)
  const running = config.databaseUrl ?? (await urlOfRunning(config.dataDir))
  const own = running === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir }) : undefined
  const db = createDb(createPool(running ?? own?.url ?? '', 2, config.databaseWait))
  try {
    const report = createReport(wish.dryRun, say)
    await moveFiles(keptFiles(db), { ...wish, ...sides, onFile: report.add })
    return report.end(await countArriving(db))
  } finally {
    await db.destroy()
    await own?.stop()
  }
}
