import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Cluster } from './cluster.ts'
import { untilGone } from './postmaster.ts'

const FAST_MS = 8_000
const IMMEDIATE_MS = 3_000

/** Stops the server: clients are cut and everything is written; after 8 s at once, to be recovered at the next start. */
export async function stopPostmaster(cluster: Cluster, pid: number): Promise<void> {
  const steps = [
    { mode: 'fast', signal: 'SIGINT', patienceMs: FAST_MS },
    { mode: 'immediate', signal: 'SIGQUIT', patienceMs: IMMEDIATE_MS },
    { mode: 'immediate', signal: 'SIGKILL', patienceMs: IMMEDIATE_MS },
  ] as const
  for (const { mode, signal, patienceMs } of steps) {
    await tell(cluster, pid, mode, signal)
    if (await endsWithin(cluster, pid, patienceMs)) return
    cluster.log(`PostgreSQL (process ${pid}) still runs ${patienceMs / 1000} s after ${signal}`)
  }
}

async function tell(cluster: Cluster, pid: number, mode: string, signal: NodeJS.Signals): Promise<void> {
  if (process.platform === 'win32') {
    // Windows has no signals: whatever Node is told to send there kills.
    const args = ['stop', '--no-wait', `--pgdata=${cluster.dir}`, `--mode=${mode}`]
    await promisify(execFile)(cluster.binaries.pgCtl, args).catch(() => undefined)
    return
  }
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

async function endsWithin(cluster: Cluster, pid: number, ms: number): Promise<boolean> {
  const patience = new AbortController()
  const late = sleep(ms, false, { signal: patience.signal }).catch(() => false)
  const inTime = await Promise.race([untilGone(pid, cluster.dir, 10).then(() => true), late])
  patience.abort()
  return inTime
}
