import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { complaintsOf, ENVIRONMENT, exitOf } from '../children.ts'
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

/** Address space beside what is resident: stacks of threads, libraries, what was asked for and never touched. */
const ADDRESS_SPACE = MOST_MEMORY + 5 * 1_073_741_824

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
  const watched = watch(child, bounds, signal)
  const complaints = complaintsOf(child)
  const ended = exitOf(child)
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

function prefix(tools: Tools, { bytes }: Bounds): string[] {
  const death = tools.setpriv ? [tools.setpriv, '--pdeathsig', 'KILL', '--no-new-privs', '--'] : []
  if (!tools.prlimit) return death
  const size = bytes === undefined ? [] : [`--fsize=${bytes}`]
  return [...death, tools.prlimit, '--core=0', `--as=${ADDRESS_SPACE}`, ...size, '--']
}
