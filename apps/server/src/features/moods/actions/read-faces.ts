import { Worker } from 'node:worker_threads'
import type { FaceReading, Picture } from '@sharemyshows/mood/face'

/** The thread keeps some 150 MB; so long (ms) after the last picture they are given back. */
const IDLE_MS = 180_000
/** Opening the nets and one picture take a second on a busy machine; then something is wrong. */
const SILENCE_MS = 60_000
const HEAP_MB = 256

const THREAD = new URL('./face-thread.ts', import.meta.url)

/**
 * Reads faces in a thread of its own, one after the other, so that requests go on meanwhile. It is started by the first
 * picture, stays warm for the next, and ends when none has come for minutes.
 */
export function createFaceThread(): { read(picture: Picture): Promise<FaceReading> } {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined

  function end(): void {
    void worker?.terminate()
    worker = undefined
  }

  function start(): Worker {
    const started = new Worker(THREAD, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    // the process may end while it waits for pictures
    started.unref()
    started.once('exit', () => {
      if (worker === started) worker = undefined
    })
    return started
  }

  return {
    async read(picture) {
      clearTimeout(idle)
      worker ??= start()
      try {
        return await ask(worker, picture)
      } catch (error) {
        end()
        throw error
      } finally {
        idle = setTimeout(end, IDLE_MS).unref()
      }
    },
  }
}

function ask(worker: Worker, picture: Picture): Promise<FaceReading> {
  return new Promise<FaceReading>((resolve, reject) => {
    const late = setTimeout(() => settle(() => reject(new Error('the face reader fell silent'))), SILENCE_MS)
    const settle = (how: () => void) => {
      clearTimeout(late)
      worker.off('message', hear).off('error', fail).off('exit', die)
      how()
    }
    const hear = (reading: FaceReading) => settle(() => resolve(reading))
    const fail = (error: unknown) => settle(() => reject(error))
    const die = () => settle(() => reject(new Error('the face reader broke off')))
    worker.on('message', hear).on('error', fail).on('exit', die)
    worker.postMessage(picture)
  })
}
