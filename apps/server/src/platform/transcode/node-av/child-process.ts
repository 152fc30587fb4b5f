import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { complaintsOf, ENVIRONMENT, type Exit, exitOf } from '../children.ts'
import { fault } from '../limits.ts'
import type { Run } from '../transcoder.ts'
import { type Bounds, watch } from '../watch.ts'
import type { Answer, Results, Task } from './tasks.ts'

/** A child at work: what it puts out, and its result, which rejects when there is none. */
export type Running<Result> = { stdout: Readable; stop(): void; result: Promise<Result> }

const MAIN = new URL('./child/main.ts', import.meta.url)

/**
 * Starts a child for one task, in a process group and an empty folder of its own. The libraries never come into the server's
 * process: what a file does to them ends there.
 */
export async function startChild<T extends Task>(
  task: T,
  bounds: Bounds,
  { signal, onProgress }: Run,
): Promise<Running<Results[T['do']]>> {
  signal.throwIfAborted()
  const folder = await mkdtemp(path.join(tmpdir(), 'recording-'))
  const child = fork(MAIN, {
    cwd: folder,
    env: ENVIRONMENT,
    execArgv: [],
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const watched = watch(child, bounds, signal)
  const complaints = complaintsOf(child)
  let last: Answer | undefined
  child.on('message', (answer: Answer) => {
    if ('progress' in answer) onProgress?.(answer.progress)
    else last = answer
  })
  // it may end before it hears of its task; its end tells why
  child.send(task, () => {})
  const result = exitOf(child)
    .finally(() => rm(folder, { recursive: true, force: true }))
    .finally(() => {
      const stopped = watched.ended()
      signal.throwIfAborted()
      if (stopped) throw stopped
    })
    .then((how) => resultOf(last, how, complaints()) as Results[T['do']])
  // whoever reads the output learns of the end only afterwards
  result.catch(() => {})
  return { stdout: child.stdout!, stop: () => watched.stop(null), result }
}

/** Starts a child that puts nothing out, and gives its result. */
export async function runChild<T extends Task>(task: T, bounds: Bounds, run: Run): Promise<Results[T['do']]> {
  const { stdout, result } = await startChild(task, bounds, run)
  stdout.resume()
  return result
}

/** A crash in the libraries is the file's doing; SIGKILL is that of a system without memory; SIGTERM was meant for us. */
const CRASHES = new Set<NodeJS.Signals | null>([
  'SIGSEGV',
  'SIGABRT',
  'SIGBUS',
  'SIGFPE',
  'SIGILL',
  'SIGTRAP',
])

function resultOf(last: Answer | undefined, { code, signal }: Exit, complaints: string): unknown {
  if (last && 'result' in last) return last.result
  if (last && 'fault' in last) throw fault(last.fault)
  if (CRASHES.has(signal)) throw fault('file_corrupt')
  if (signal === 'SIGKILL') throw fault('too_demanding')
  const said = last && 'error' in last ? last.error : complaints
  throw new Error(`node-av ended with ${signal ?? code}: ${said.trim().slice(-1000)}`)
}
