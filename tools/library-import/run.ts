import { statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { findByIdentifier } from '../../apps/server/src/features/accounts/store.ts'
import { readConfig } from '../../apps/server/src/platform/config/config.ts'
import { createDb, createPool } from '../../apps/server/src/platform/db/connect.ts'
import { startEmbeddedPostgres, urlOfRunning } from '../../apps/server/src/platform/db/embedded/index.ts'
import { createLog } from '../../apps/server/src/platform/log/log.ts'
import { createStorage } from '../../apps/server/src/platform/storage/create.ts'
import { addFile } from './add.ts'
import { createReport } from './report.ts'
import { walk } from './walk.ts'

const USAGE = `npm run library:import -- FOLDER --for <username|e-mail>
  Adds the audio files in FOLDER, and in the folders in it, to somebody's music, for her eyes alone.
  Links are not followed; other files are passed by, and so is what she has already.`

/** A wish that cannot be granted, in a sentence for whoever holds the server. */
export class Unable extends Error {}

function readWish(args: string[]): { folder: string; who: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { for: { type: 'string' } },
      allowPositionals: true,
    })
    const [folder, ...rest] = positionals
    if (folder !== undefined && rest.length === 0 && values.for) {
      return { folder: path.resolve(folder), who: values.for }
    }
  } catch {
    // not an option of ours
  }
  throw new Unable(USAGE)
}

const isFolder = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false

/** Does what the words ask for and says how it goes; gives the exit code. */
export async function runImport(
  words: string[],
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<0 | 1> {
  const { folder, who } = readWish(words)
  if (!isFolder(folder)) throw new Unable(`${folder} is no folder here.`)
  const config = readConfig(env)
  const running = config.databaseUrl ?? (await urlOfRunning(config.dataDir))
  const own = running === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir }) : undefined
  const db = createDb(createPool(running ?? own?.url ?? '', 1, config.databaseWait))
  try {
    const owner = await findByIdentifier(db, who)
    if (owner === undefined) throw new Unable(`Nobody here is called ${who}.`)
    const found = [...walk(folder)]
    const audio = found.filter(({ is }) => is === 'audio')
    say(`${audio.length} audio files in ${folder} for ${owner.username}.`)
    const report = createReport(audio.length, say)
    for (const { path: file, is } of found) if (is !== 'audio') report.pass(file, is)
    const storage = createStorage(config, createLog('silent'))
    const adding = { db, storage, quota: config.storageQuota, owner: { id: owner.id } }
    for (const { path: file } of audio) {
      const outcome = await addFile(adding, file)
      report.add(file, outcome)
      // none of those that come would find room either
      if (outcome.is === 'full') break
    }
    return report.end()
  } finally {
    await db.destroy()
    await own?.stop()
  }
}
