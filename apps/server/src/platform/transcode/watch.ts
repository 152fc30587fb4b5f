import type { ChildProcess } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { fault, MOST_MEMORY } from './limits.ts'
import type { MediaFault } from './transcoder.ts'

const LOOK_EVERY_MS = 200

/** Whoever looks at a page goes before what takes minutes; a still is looked for on that page. */
const QUICK_MS = 120_000

/** What one child may take: milliseconds, bytes over all the files it writes, and bytes of memory. */
export type Bounds = { milliseconds: number; files?: readonly string[]; bytes?: number; memory?: number }

/** A child under watch; `ended` gives why it was stopped, or null when it was not. */
export type Watched = { stop(reason: MediaFault | null): void; ended(): MediaFault | null }

/**
 * Stops a child, with all it started, once it takes too long, holds too much memory or writes too much, or is no longer
 * wanted; what may take long gives way to the others. It has to lead a process group of its own (`detached`).
 */
export function watch(child: ChildProcess, bounds: Bounds, signal: AbortSignal): Watched {
  let why: MediaFault | null = null
  if (bounds.milliseconds > QUICK_MS) giveWay(child)
  const stop = (reason: MediaFault | null) => {
    why ??= reason
    killGroup(child)
  }
  const abort = () => stop(null)
  const late = setTimeout(() => stop(fault('too_demanding')), bounds.milliseconds)
  const looking = setInterval(async () => {
    const [memory, bytes] = await Promise.all([residentBytes(child.pid), sizeOf(bounds.files ?? [])])
    if (memory > (bounds.memory ?? MOST_MEMORY) || bytes > (bounds.bytes ?? Infinity))
      stop(fault('too_demanding'))
  }, LOOK_EVERY_MS)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort)
  return {
    stop,
    ended() {
      clearTimeout(late)
      clearInterval(looking)
      signal.removeEventListener('abort', abort)
      return why
    },
  }
}

function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // it has ended by itself, or may not
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}

/** By /proc, where there is one. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
}

async function sizeOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
