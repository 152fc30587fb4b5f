import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { DATABASE } from './database.ts'
import { endpointAt, urlOf } from './endpoint.ts'
import { isPostmaster, readPostmasterFile } from './postmaster.ts'

/** The connection string of the server that runs on this data folder, for a visit; undefined when none does. */
export async function urlOfRunning(dataDir: string): Promise<string | undefined> {
  const folder = await realpath(dataDir).catch(() => undefined)
  if (folder === undefined) return undefined
  const dir = join(folder, 'postgres')
  const file = await readPostmasterFile(dir)
  if (file?.status !== 'ready' || !(await isPostmaster(file.pid, dir))) return undefined
  return urlOf({ dir }, endpointAt(dir, file.port), DATABASE)
}
