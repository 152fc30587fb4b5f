import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { fault } from '../limits.ts'
import type { Run } from '../transcoder.ts'
import { type Bounds, watch } from '../watch.ts'
import type { Answer, Results, Task } from './tasks.ts'

/** A child at work: what it puts out, and its result, which rejects when there is none. */
export type Running<Result> = { stdout: Readable; stop(): void; result: Promise<Result> }

/** The end of what it complained is kept; a broken file can make it complain for hours. */
const COMPLAINT_BYTES = 8192

const MAIN = new URL('./child/main.ts', import.meta.url)

/** It sees nothing of our settings. One arena keeps what many threads allocate in one place. */
const ENVIRONMENT = {
  LC_ALL: 'C',
  MALLOC_ARENA_MAX: '2',
  ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {}),
}

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
  const complaints = tail(child.stderr!)
  let last: Answer | undefined
  child.on('message', (answer: Answer) => {
    if ('progress' in answer) onProgress?.(answer.progress)
    else last = answer
  })
  // it may end before it hears of its task; its end tells why
  child.send(task, () => {})
  const result = exit(child)
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

type Exit = { code: number | null; signal: NodeJS.Signals | null }

function exit(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
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

function tail(stream: Readable): () => string {
  let text = ''
  stream.setEncoding('utf8')
  stream.on('data', (more: string) => {
    text = (text + more).slice(-COMPLAINT_BYTES)
  })
  return () => text
}
