import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { clusterSetting } from './settings.ts'

/** A running PostgreSQL server process. */
export interface Postmaster {
  pid: number
  /** Settles with a phrase for the log once the process has ended. */
  ended: Promise<string>
  /** true when an earlier ShareMyShows process started it */
  adopted: boolean
}

/** What PostgreSQL writes about itself into postmaster.pid. */
export interface PostmasterFile {
  pid: number
  port: number
  /** `starting`, `ready`, `standby` or `stopping` */
  status: string
}

/** Reads postmaster.pid; undefined when there is none or it is not yet whole. */
export async function readPostmasterFile(dir: string): Promise<PostmasterFile | undefined> {
  const lines = (await readFile(join(dir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() }
}

/** Whether process `pid` lives and is the server on this data directory, and not a program that got its number. */
export async function isPostmaster(pid: number, dir: string): Promise<boolean> {
  return (await commandLine(pid)).endsWith(clusterSetting(dir))
}

/** Waits until the process has ended, looking every `everyMs` milliseconds; the wait alone keeps no process alive. */
export async function untilGone(pid: number, dir: string, everyMs: number): Promise<void> {
  // Reading a command line is cheap on Linux only, and there alone a zombie could pass for alive otherwise.
  const isThere = process.platform === 'linux' ? () => isPostmaster(pid, dir) : async () => isAlive(pid)
  while (await isThere()) await sleep(everyMs, undefined, { ref: false })
}

/** Whether there is any process of that number, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The arguments with a space between; empty for what has ended, zombies included. */
async function commandLine(pid: number): Promise<string> {
  // Of all that /proc tells, this is open to root in a container without the right to trace other accounts.
  if (process.platform === 'linux') {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return words.replace(/\0$/, '').replaceAll('\0', ' ')
  }
  const query =
    process.platform === 'win32'
      ? ask(
          'powershell',
          '-NoProfile',
          '-Command',
          `(Get-CimInstance Win32_Process -Filter ProcessId=${pid}).CommandLine`,
        )
      : ask('ps', '-ww', '-o', 'command=', '-p', String(pid))
  return (await query).trimEnd().replace(/"$/, '')
}

function ask(program: string, ...args: string[]): Promise<string> {
  return promisify(execFile)(program, args).then(
    ({ stdout }) => stdout,
    () => '',
  )
}
