import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { median, report } from './measure.ts'
import { start } from './world.ts'

/** From the command to "is ready", installed and with an existing embedded database; the bar is 2 s. */
export async function measureStart(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-bench-start-'))
  const once = async () => {
    const began = performance.now()
    const server = await start('bin/start.mjs', { DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, /is ready on/)
    const ms = performance.now() - began
    await server.stop()
    return ms
  }
  const first = await once()
  const again: number[] = []
  for (let round = 0; round < 5; round++) again.push(await once())
  await rm(dataDir, { recursive: true, force: true })
  report({ name: 'start', value: median(again), unit: 'ms', ceiling: 2000, first_start_ms: first })
}
