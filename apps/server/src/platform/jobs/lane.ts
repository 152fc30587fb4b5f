import { EventEmitter } from 'node:events'
import { Logger, type Runner, run, type Task, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { Log } from '../log/log.ts'
import type { Rescue } from './rescue.ts'

export type JobContext = { signal: AbortSignal; attempt: number; lastAttempt: boolean; log: Log }
/** Does one job; may run twice, so doing it twice must equal doing it once. */
export type JobHandler = (payload: never, context: JobContext) => Promise<void>
export type JobHandlers = Record<string, JobHandler>

export type Lane = {
  handlers: JobHandlers
  /** Jobs under way side by side. */
  atOnce: number
  crontab: string
  /** Milliseconds its jobs are left to end by themselves when the process stops, before their signal aborts. */
  patience: number
}

type Interrupted = { id: string; attempts: number }

/** Does the jobs of one lane, until stopped. Those that the stop interrupts are given back as if they had never begun. */
export async function startLane(
  pool: pg.Pool,
  lane: Lane,
  rescue: Rescue,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const interrupted: Interrupted[] = []
  const events: WorkerEvents = new EventEmitter()
  let worker = ''
  events.on('pool:create', ({ workerPool }) => {
    worker = workerPool.id
    rescue.enlist(worker)
  })
  const runner: Runner = await run({
    pgPool: pool,
    taskList: Object.fromEntries(
      Object.entries(lane.handlers).map(([name, handler]) => [name, task(name, handler, interrupted, log)]),
    ),
    concurrency: lane.atOnce,
    crontab: lane.crontab,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: lane.patience,
    pollInterval: 2000,
    events,
    logger: ownLogger(log),
  })
  runner.promise.catch((error) => log.error({ err: error }, 'the job runner stopped'))
  return {
    stop: async () => {
      await runner.stop()
      for (const job of interrupted) await giveBack(pool, worker, job)
    },
  }
}

function task(name: string, handler: JobHandler, interrupted: Interrupted[], log: Log): Task {
  return async (payload, helpers) => {
    const { id, attempts, max_attempts } = helpers.job
    const jobLog = log.child({ job: name, job_id: id })
    const signal = helpers.abortSignal ?? new AbortController().signal
    try {
      await handler(payload as never, {
        signal,
        attempt: attempts,
        lastAttempt: attempts >= max_attempts,
        log: jobLog,
      })
    } catch (error) {
      if (signal.aborted) interrupted.push({ id, attempts })
      else jobLog.warn({ err: error, attempt: attempts }, 'a job failed')
      throw error
    }
  }
}

/**
 * Whoever comes next does it at once, and it has lost no attempt; unless a newer job of its key has replaced it. The
 * queue writes down that it failed before this or, to no effect, after it.
 */
const giveBack = (pool: pg.Pool, worker: string, { id, attempts }: Interrupted) =>
  pool.query(
    `update graphile_worker._private_jobs set attempts = $3, run_at = now(), locked_by = null, locked_at = null
      where id = $1 and (locked_by = $2 or locked_by is null) and not (key is null and attempts >= max_attempts)`,
    [id, worker, attempts - 1],
  )

/** The queue talks a lot, and of payloads, too: only what its warnings say is passed on, never what they carry. */
export const ownLogger = (log: Log) =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ queue: message }, 'the queue warns')
  })
