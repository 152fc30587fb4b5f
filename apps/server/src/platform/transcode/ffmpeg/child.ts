import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { constants, setPriority, tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { MOST_MEMORY } from '../limits.ts'
import type { MediaFault } from '../transcoder.ts'
import { type Bounds, watch } from '../watch.ts'
import { explain } from './complaints.ts'
import type { Tools } from './tools.ts'

export type Task = {
  program: 'ffmpeg' | 'ffprobe'
  args: readonly string[]
  bounds: Bounds
  signal: AbortSignal
}

/** A tool at work: what it puts out, what it tells on the way, and its end, which rejects when it did not succeed. */
export type Running = {
  stdout: Readable
  progress: Readable
  stop(reason: MediaFault | null): void
  ended: Promise<void>
}

/** The end of what it complained is kept; a broken file can make it complain for hours. */
const COMPLAINT_BYTES = 8192

/** Address space beside what is resident: stacks of threads, libraries, what was asked for and never touched. */
const ADDRESS_SPACE = MOST_MEMORY + 5 * 1_073_741_824

/** What may take no longer than this is a matter of seconds. */
const QUICK_MS = 120_000

/** It sees nothing of our settings. One arena keeps what many threads allocate in one place. */
const ENVIRONMENT = {
  LC_ALL: 'C',
  MALLOC_ARENA_MAX: '2',
  ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {}),
}

/** Starts a tool in a process group and an empty folder of its own, with standard input closed. */
export async function start(tools: Tools, { program, args, bounds, signal }: Task): Promise<Running> {
  signal.throwIfAborted()
  const folder = await mkdtemp(path.join(tmpdir(), 'recording-'))
  const [command, ...rest] = [...prefix(tools, bounds), tools[program], ...args] as [string, ...string[]]
  const child = spawn(command, rest, {
    cwd: folder,
    env: ENVIRONMENT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
  if (bounds.milliseconds > QUICK_MS) stepBack(child)
  const watched = watch(child, bounds, signal)
  const complaints = tail(child.stderr!)
  const ended = exit(child)
    .finally(() => rm(folder, { recursive: true, force: true }))
    .then(
      (how) => {
        const stopped = watched.ended()
        signal.throwIfAborted()
        if (stopped) throw stopped
        if (how.code !== 0) throw explain(how, complaints())
      },
      (error) => {
        watched.ended()
        throw error
      },
    )
  // whoever reads the output learns of the end only afterwards
  ended.catch(() => {})
  return { stdout: child.stdout!, progress: child.stdio[3] as Readable, stop: watched.stop, ended }
}

/** Whoever looks at a page goes before what takes minutes; a still is looked for on that page. */
function stepBack({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // it has ended already
  }
}

function prefix(tools: Tools, { bytes }: Bounds): string[] {
  const death = tools.setpriv ? [tools.setpriv, '--pdeathsig', 'KILL', '--no-new-privs', '--'] : []
  if (!tools.prlimit) return death
  const size = bytes === undefined ? [] : [`--fsize=${bytes}`]
  return [...death, tools.prlimit, '--core=0', `--as=${ADDRESS_SPACE}`, ...size, '--']
}

type Exit = { code: number | null; signal: NodeJS.Signals | null }

function exit(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
}

function tail(stream: Readable): () => string {
  let text = ''
  stream.setEncoding('utf8')
  stream.on('data', (more: string) => {
    text = (text + more).slice(-COMPLAINT_BYTES)
  })
  return () => text
}
