import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cluster } from './cluster.ts'
import { withClient } from './database.ts'
import { type Endpoint, endpointAt, SOCKET_PORT, urlOf } from './endpoint.ts'
import {
  isAlive,
  isPostmaster,
  type Postmaster,
  type PostmasterFile,
  readPostmasterFile,
  untilGone,
} from './postmaster.ts'
import { serverArguments } from './settings.ts'
import { stopPostmaster } from './stop.ts'

const SOCKET_LOCK = `.s.PGSQL.${SOCKET_PORT}.lock`

/**
 * Deals with a server that a killed ShareMyShows process left behind: adopts it when it is healthy and runs as we
 * would start it, else stops it and returns undefined. Lock files whose number belongs to another program by now
 * are removed. The caller holds the data folder's lock, so no live process of ours uses that server.
 */
export async function takeOverOrphan(
  cluster: Cluster,
): Promise<{ postmaster: Postmaster; endpoint: Endpoint } | undefined> {
  const file = await readPostmasterFile(cluster.dir)
  if (!file || !(await isPostmaster(file.pid, cluster.dir))) {
    // PostgreSQL would take the live process of that number for a server and refuse to start.
    if (file && isAlive(file.pid)) await rm(join(cluster.dir, 'postmaster.pid'), { force: true })
    await removeStaleSocketLock(cluster.dir)
    return undefined
  }
  const endpoint = endpointAt(cluster.dir, file.port)
  if (await isAsWeWouldStart(cluster, endpoint, file)) {
    const postmaster = await adopt(cluster, endpoint, file.pid)
    if (postmaster) return { postmaster, endpoint }
  }
  cluster.log(`stopping the database server that an earlier run left behind (process ${file.pid})`)
  await stopPostmaster(cluster, file.pid)
  return undefined
}

async function isAsWeWouldStart(
  cluster: Cluster,
  endpoint: Endpoint,
  file: PostmasterFile,
): Promise<boolean> {
  if (file.status !== 'ready') return false
  const running = await readFile(join(cluster.dir, 'postmaster.opts'), 'utf8').catch(() => '')
  const quoted = serverArguments(cluster, endpoint).map((argument) => `"${argument}"`)
  return running.trim() === [cluster.binaries.postgres, ...quoted].join(' ')
}

/** Undefined when the server does not answer as it should. */
async function adopt(cluster: Cluster, endpoint: Endpoint, pid: number): Promise<Postmaster | undefined> {
  try {
    // The dead process's last statements may still run and hold locks.
    await withClient(await urlOf(cluster, endpoint, 'postgres'), (client) =>
      client.query(
        `select pg_terminate_backend(pid, 3000) from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      ),
    )
  } catch {
    return undefined
  }
  cluster.log(`adopted the database server that an earlier run left behind (process ${pid})`)
  const ended = untilGone(pid, cluster.dir, 250).then(() => 'ended by itself')
  return { pid, ended, adopted: true }
}

async function removeStaleSocketLock(dir: string): Promise<void> {
  const lock = join(dir, SOCKET_LOCK)
  const content = await readFile(lock, 'utf8').catch(() => undefined)
  if (content === undefined || (await isPostmaster(Number.parseInt(content, 10), dir))) return
  await rm(lock, { force: true })
}
