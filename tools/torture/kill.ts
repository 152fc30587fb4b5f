import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Which processes die: the server alone, its database alone, or both at one blow as when the power goes. */
export type Victim = 'server' | 'database' | 'both'

async function childrenOf(pid: number): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const parents = await Promise.all(
    all.map(async (name) => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
      return [Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const
    }),
  )
  return parents.filter(([, parent]) => parent === pid).map(([child]) => child)
}

async function databaseProcesses(dataDir: string): Promise<number[]> {
  const file = await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '')
  const postmaster = Number(file.split('\n', 1)[0])
  return postmaster > 0 ? [postmaster, ...(await childrenOf(postmaster))] : []
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it ended by itself meanwhile
  }
}

/** Kills without a word: SIGKILL to every process at once. */
export async function strike(victim: Victim, serverPid: number, dataDir: string): Promise<void> {
  const database = victim === 'server' ? [] : await databaseProcesses(dataDir)
  const server = victim === 'database' ? [] : [serverPid]
  for (const pid of [...server, ...database]) kill(pid)
}
