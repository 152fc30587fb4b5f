import { Worker } from 'node:worker_threads'
import type { Outcome } from './file.ts'
import type { Equipment, Order, Report } from './messages.ts'

export type Progress = (index: number, share: number) => void

/** MB of objects; samples lie beside them. */
const MOST_OBJECTS_MB = 400

/**
 * Analyses files, as many at once as there are workers, and gives what came of them in their order. A worker that dies takes
 * only its file with it.
 */
export async function* analyzeAll(
  paths: readonly string[],
  equipment: Equipment,
  { atOnce, onProgress }: { atOnce: number; onProgress: Progress },
): AsyncGenerator<Outcome> {
  const outcomes = paths.map(() => Promise.withResolvers<Outcome>())
  let next = 0
  let over = false
  const work = async () => {
    let worker: Worker | undefined
    while (next < paths.length && !over) {
      const index = next++
      worker ??= new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: equipment,
        resourceLimits: { maxOldGenerationSizeMb: MOST_OBJECTS_MB },
      })
      const outcome = await analyzeBy(worker, paths[index] ?? '', (share) => onProgress(index, share))
      if (outcome === null) worker = undefined
      outcomes[index]?.resolve(outcome ?? { error: 'The analysis of this file broke off.', code: 'internal' })
    }
    await worker?.terminate()
  }
  const working = Promise.all(Array.from({ length: Math.min(atOnce, paths.length) }, work))
  try {
    for (const { promise } of outcomes) yield await promise
  } finally {
    over = true
    await working
  }
}

/** What came of a file, or null when the worker died of it. */
function analyzeBy(
  worker: Worker,
  path: string,
  onProgress: (share: number) => void,
): Promise<Outcome | null> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome | null) => {
      worker.off('message', hear).off('error', ignore).off('exit', die)
      resolve(outcome)
    }
    const hear = (report: Report) => {
      if ('outcome' in report) settle(report.outcome)
      else onProgress(report.share)
    }
    // an exit follows
    const ignore = () => {}
    const die = () => settle(null)
    worker.on('message', hear).on('error', ignore).on('exit', die)
    worker.postMessage({ path } satisfies Order)
  })
}
