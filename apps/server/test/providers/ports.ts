import { readConfig } from '../../src/platform/config/config.ts'
import { createDb, createPool, type Db } from '../../src/platform/db/connect.ts'
import { createLog, type Log } from '../../src/platform/log/log.ts'
import { createPorts, type ProviderPorts } from '../../src/platform/providers/create-ports.ts'
import { cloneDatabase } from '../server.ts'

export type Opened = {
  db: Db
  ports: ProviderPorts
  /** Those of another process on the same database, set up otherwise. */
  beside(env: Record<string, string>): ProviderPorts
  /** Nobody was asked yet, and nothing is kept. */
  forget(): Promise<void>
  close(): Promise<void>
}

/** Ports on a database of their own, without the product around them. */
export async function openPorts(
  env: Record<string, string>,
  log: Log = createLog('silent'),
): Promise<Opened> {
  const db = createDb(createPool(await cloneDatabase(), 8, 30_000))
  const opened: ProviderPorts[] = []
  const open = (given: Record<string, string>) => {
    const config = readConfig({ SESSION_SECRET: 'unused', ...given })
    const ports = createPorts({ db, log, settings: config, timeoutMs: config.providerTimeout })
    opened.push(ports)
    return ports
  }
  return {
    db,
    ports: open(env),
    beside: (more) => open({ ...env, ...more }),
    forget: async () => {
      await db.deleteFrom('provider_turns').execute()
      await db.deleteFrom('provider_answers').execute()
    },
    close: async () => {
      await Promise.all(opened.map((ports) => ports.close()))
      await db.destroy()
    },
  }
}
