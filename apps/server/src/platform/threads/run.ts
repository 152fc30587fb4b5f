import { Worker } from 'node:worker_threads'
import type { FromThread, ToThread } from './messages.ts'

/** Nothing was heard of the thread for longer than may be. */
export class ThreadTimeout extends Error {}
/** The thread took more memory than it may. */
export class ThreadOverflow extends Error {}

export type ThreadRun = {
  /** Handed over to the thread, which is the only one to hold them afterwards. */
  blocks: AsyncIterable<readonly Float32Array[]>
  signal: AbortSignal
  onProgress: (share: number) => void
  /** Milliseconds for which nothing may be heard of it; a busy machine is slow, and no fault of the task. */
  silence: number
  /** Of JavaScript's own memory, in MB. */
  heap: number
}

/**
 * Has a thread of its own do `task` by `script` (see serve.ts), which is read the blocks no faster than it takes them;
 * all its memory is given back at the end. Rejects with the signal's reason, with what the blocks or the thread throw,
 * ThreadTimeout or ThreadOverflow; whatever happens in the thread, the process lives on.
 */
export async function runThread<Result>(script: URL, task: unknown, run: ThreadRun): Promise<Result> {
  run.signal.throwIfAborted()
  const worker = new Worker(script, {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: run.heap },
  })
  const ended = Promise.withResolvers<Result>()
  const room = createRoom()
  const late = setTimeout(() => ended.reject(new ThreadTimeout('the thread fell silent')), run.silence)
  worker.on('message', (said: FromThread) => {
    late.refresh()
    if ('room' in said) room.add(said.room)
    else if ('progress' in said) run.onProgress(said.progress)
    else ended.resolve(said.result as Result)
  })
  worker.once('error', (error: Error & { code?: string }) => {
    const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ended.reject(isFull ? new ThreadOverflow(error.message) : error)
  })
  worker.once('exit', () => ended.reject(new Error('the thread ended without a result')))
  const abort = () => ended.reject(run.signal.reason)
  run.signal.addEventListener('abort', abort)
  const feeding = feed(worker, run.blocks, room).catch(ended.reject)
  try {
    return await ended.promise
  } finally {
    clearTimeout(late)
    run.signal.removeEventListener('abort', abort)
    room.close()
    await worker.terminate()
    await feeding
  }
}

async function feed(worker: Worker, blocks: ThreadRun['blocks'], room: Room): Promise<void> {
  const tell = (message: ToThread, handedOver: ArrayBuffer[] = []) => worker.postMessage(message, handedOver)
  for await (const block of blocks) {
    if (!(await room.take())) return
    tell(
      { block },
      block.map((channel) => channel.buffer as ArrayBuffer),
    )
  }
  tell({ end: true })
}

type Room = {
  add(more: number): void
  /** Waits for room and takes it; false once it is closed. */
  take(): Promise<boolean>
  close(): void
}

function createRoom(): Room {
  let left = 0
  let closed = false
  let bell = Promise.withResolvers<void>()
  const ring = () => {
    bell.resolve()
    bell = Promise.withResolvers()
  }
  return {
    add(more) {
      left += more
      ring()
    },
    async take() {
      while (left === 0 && !closed) await bell.promise
      left--
      return !closed
    },
    close() {
      closed = true
      ring()
    },
  }
}
