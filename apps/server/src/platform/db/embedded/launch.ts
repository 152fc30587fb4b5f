import { type ChildProcess, spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, serverEnv } from './cluster.ts'
import type { Endpoint } from './endpoint.ts'
import { EmbeddedPostgresError } from './errors.ts'
import { asUser } from './os-user.ts'
import { type Postmaster, readPostmasterFile } from './postmaster.ts'
import { serverArguments } from './settings.ts'

const LOG_LIMIT_BYTES = 10 * 1024 * 1024

/**
 * Starts the server and waits until it takes connections, however long its recovery after a crash takes.
 * @throws EmbeddedPostgresError with the server's last words when it ends before
 */
export async function launch(cluster: Cluster, endpoint: Endpoint): Promise<Postmaster> {
  await rotateLog(cluster.logFile)
  const log = await open(cluster.logFile, 'a', 0o600)
  const { size: logStart } = await log.stat()
  const child = spawn(cluster.binaries.postgres, serverArguments(cluster, endpoint), {
    cwd: cluster.dir,
    env: serverEnv(),
    // A file and not a pipe, because the server may outlive us and be adopted.
    stdio: ['ignore', log.fd, log.fd],
    // Ctrl-C in a terminal goes to the whole process group: the server has to wait for our own stop().
    detached: true,
    windowsHide: true,
    ...asUser(cluster.user),
  })
  const ended = endOf(child)
  await log.close()
  const fault = await untilReady(cluster, child, ended)
  if (fault === undefined) {
    child.unref()
    return { pid: child.pid as number, ended, adopted: false }
  }
  const words = await text(createReadStream(cluster.logFile, { start: logStart }))
  throw new EmbeddedPostgresError(
    `The database in ${cluster.dir} did not start (${fault}): ${lastWords(words)}`,
  )
}

/** Undefined once the server is ready, else the phrase with which it ended. */
async function untilReady(
  cluster: Cluster,
  child: ChildProcess,
  ended: Promise<string>,
): Promise<string | undefined> {
  const start = performance.now()
  let patienceMs = 10_000
  for (;;) {
    const fault = await Promise.race([ended, sleep(10)])
    if (fault !== undefined) return fault
    // The child says so itself, where a probe of the address might be answered by another server.
    const file = await readPostmasterFile(cluster.dir)
    if (file?.pid === child.pid && file?.status === 'ready') return undefined
    if (performance.now() - start < patienceMs) continue
    cluster.log(`the database is still recovering after ${patienceMs / 1000} s; see ${cluster.logFile}`)
    patienceMs *= 2
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ? `killed by ${signal}` : `exit code ${code}`))
  })
}

function lastWords(log: string): string {
  const lines = log.split('\n').filter((line) => /FATAL|PANIC|ERROR|error/.test(line))
  return lines.slice(-3).join(' ') || log.trim().split('\n').slice(-3).join(' ')
}

async function rotateLog(file: string): Promise<void> {
  const { size } = await stat(file).catch(() => ({ size: 0 }))
  if (size > LOG_LIMIT_BYTES) await rename(file, `${file}.1`)
}
