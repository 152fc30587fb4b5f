import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { FromThread, ToThread } from './messages.ts'

/** Blocks on their way, so that neither side waits for the other. */
const AHEAD = 4

/**
 * Does the thread's one task: `work` is given it with the blocks, which it reads as fast as it likes, and says how far it
 * is. What it throws ends the thread and reaches whoever runs it.
 */
export async function serveThread<Task, Result>(
  work: (
    task: Task,
    blocks: AsyncIterable<readonly Float32Array[]>,
    tell: (share: number) => void,
  ) => Promise<Result>,
): Promise<void> {
  const port = parentPort
  if (port === null) throw new Error('this is a thread and no program')
  giveWay()
  const say = (message: FromThread) => port.postMessage(message)
  const waiting: ToThread[] = []
  let bell = Promise.withResolvers<void>()
  port.on('message', (message: ToThread) => {
    waiting.push(message)
    bell.resolve()
  })
  async function* blocks() {
    say({ room: AHEAD })
    for (;;) {
      while (waiting.length === 0) {
        bell = Promise.withResolvers()
        await bell.promise
      }
      const next = waiting.shift() as ToThread
      if ('end' in next) return
      say({ room: 1 })
      yield next.block
    }
  }
  say({ result: await work(workerData as Task, blocks(), (progress) => say({ progress })) })
}

/** Whoever looks at a page goes before what takes minutes: on Linux a thread has a priority of its own. */
function giveWay(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // it may not
  }
}
