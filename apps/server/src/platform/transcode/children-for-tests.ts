import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'

/** The processes that a process has started and that still run, by /proc; none where there is no /proc. */
export async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  )
  const pids = lists.flatMap((list) => list.trim().split(' ').filter(Boolean).map(Number))
  return pids.sort((a, b) => a - b)
}

/** A process that has ended and that nobody has collected yet runs no more. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
