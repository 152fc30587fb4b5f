import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { binaryCaches, prepareBinaries } from './binaries.ts'
import { type Cluster, prepareCluster } from './cluster.ts'
import { lockDataDir } from './data-lock.ts'
import { DATABASE, ensureDatabase } from './database.ts'
import { chooseEndpoint, type Endpoint, urlOf } from './endpoint.ts'
import { EmbeddedPostgresError } from './errors.ts'
import { launch } from './launch.ts'
import { takeOverOrphan } from './orphan.ts'
import { serverUser } from './os-user.ts'
import { findPostgresPackage } from './package.ts'
import type { Postmaster } from './postmaster.ts'
import { stopPostmaster } from './stop.ts'

export { EmbeddedPostgresError } from './errors.ts'
export { urlOfRunning } from './running.ts'

export interface EmbeddedPostgresOptions {
  /** holds the cluster in `postgres/`, its log in `postgres.log` and the lock; made when absent */
  dataDir: string
  /** told what the launcher does, a line each; the server's own log is `postgres.log` */
  log?: (line: string) => void
  /** false gives up durability for speed, for tests only; true by default */
  fsync?: boolean
  /** told once, with a phrase for the log, when the server ends without stop() */
  onExit?: (reason: string) => void
}

export interface EmbeddedPostgres {
  /** the connection string of the database `sharemyshows`, for node-postgres */
  url: string
  /** true when the server was left running by a killed process and taken over */
  adopted: boolean
  /** Stops the server, in at most 14 s, and frees the data folder; later calls return the same promise. */
  stop(): Promise<void>
}

/** Left by a server that is just ending, starting, or that took the free port first: gone in a moment. */
const PASSING =
  /lock file "\S+" already exists|pre-existing shared memory|could not create any TCP\/IP sockets/
const PASSING_MS = 10_000

/**
 * Starts the PostgreSQL server that comes with npm on the data folder, or takes over the one a killed process left,
 * and makes the database when it is missing.
 * @throws EmbeddedPostgresError with a sentence for the operator, as when another live process holds the folder
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true })
  const dataDir = await realpath(options.dataDir)
  const user = await serverUser(join(dataDir, 'postgres'))
  const unlock = lockDataDir(dataDir)
  try {
    const cluster: Cluster = {
      dir: join(dataDir, 'postgres'),
      binaries: await prepareBinaries(await findPostgresPackage(), user, binaryCaches(dataDir)),
      user,
      fsync: options.fsync ?? true,
      logFile: join(dataDir, 'postgres.log'),
      log: options.log ?? (() => undefined),
    }
    await prepareCluster(cluster)
    return await serve(cluster, unlock, options.onExit)
  } catch (error) {
    unlock()
    throw error
  }
}

async function serve(
  cluster: Cluster,
  unlock: () => void,
  onExit: EmbeddedPostgresOptions['onExit'],
): Promise<EmbeddedPostgres> {
  const { postmaster, endpoint } = await takeOverOrLaunch(cluster)
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= stopPostmaster(cluster, postmaster.pid).finally(unlock)
    return stopped
  }
  try {
    await ensureDatabase(DATABASE, await urlOf(cluster, endpoint, 'postgres'))
    const url = await urlOf(cluster, endpoint, DATABASE)
    void postmaster.ended.then((reason) => {
      if (!stopped) onExit?.(`PostgreSQL ended unexpectedly (${reason}); see ${cluster.logFile}`)
    })
    return { url, adopted: postmaster.adopted, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function takeOverOrLaunch(cluster: Cluster): Promise<{ postmaster: Postmaster; endpoint: Endpoint }> {
  const start = performance.now()
  for (;;) {
    const orphan = await takeOverOrphan(cluster)
    if (orphan) return orphan
    const endpoint = await chooseEndpoint(cluster.dir)
    try {
      return { postmaster: await launch(cluster, endpoint), endpoint }
    } catch (error) {
      const passes = error instanceof EmbeddedPostgresError && PASSING.test(error.message)
      if (!passes || performance.now() - start > PASSING_MS) throw error
      await sleep(100)
    }
  }
}
