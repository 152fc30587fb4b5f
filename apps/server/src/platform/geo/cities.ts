import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Db } from '../db/connect.ts'
import { row } from '../db/read.ts'

/** True once the bundled cities have been loaded: those without inhabitants come last, all together. */
export async function hasCities(db: Db): Promise<boolean> {
  const found = await row<{ id: number }>(db, 'select id from cities where population = 0 limit 1', [])
  return found !== undefined
}

/**
 * Loads the bundled cities (GeoNames, some 135,000) into the table `cities`; doing it again changes nothing. A process
 * of its own does it, because their library takes 100 MB that this one would never give back.
 * @throws Error with what the process said, when it failed
 */
export async function loadCities(databaseUrl: string, signal: AbortSignal): Promise<void> {
  const program = fileURLToPath(new URL('./cities-loader.ts', import.meta.url))
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`the cities were not loaded: ${said}`)
}
