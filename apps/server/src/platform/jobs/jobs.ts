import { EventEmitter } from 'node:events'
import { Logger, type Runner, run, runMigrations, type Task, type WorkerEvents } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import type { Db } from '../db/connect.ts'
import type { Log } from '../log/log.ts'
import { createRescue } from './rescue.ts'

export type JobContext = { signal: AbortSignal; attempt: number; lastAttempt: boolean; log: Log }
/** Does one job; may run twice, so doing it twice must equal doing it once. */
export type JobHandler = (payload: never, context: JobContext) => Promise<void>
export type JobHandlers = Record<string, JobHandler>

export type JobOptions = {
  key?: string
  maxAttempts?: number
  runAt?: Date
  priority?: number
  /** Jobs of one queue run one after the other. */
  queue?: string
}

/** Writes a job with the data it belongs to: it exists if and only if the transaction commits. */
export async function enqueue(
  db: Db,
  name: string,
  payload: unknown,
  options: JobOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json,
    queue_name => ${options.queue ?? null}, job_key => ${options.key ?? null}, max_attempts => ${options.maxAttempts ?? 5},
    run_at => ${options.runAt?.toISOString() ?? null}::timestamptz, priority => ${options.priority ?? null}::smallint)`.execute(
    db,
  )
}

/** The queue's own tables. */
export async function migrateJobs(url: string, log: Log): Promise<void> {
  const pgPool = queuePool(url, 1)
  try {
    await runMigrations({ pgPool, logger: ownLogger(log) })
  } finally {
    await pgPool.end()
  }
}

/** A pool that outlives broken connections: the queue reconnects by itself. */
function queuePool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

export type JobRunner = { stop(): Promise<void> }

/** Runs jobs until stopped; `names` are all names that features enqueue, and each must have exactly one handler. */
export async function startJobs(
  url: string,
  handlers: JobHandlers,
  crontab: string,
  log: Log,
  concurrency = 2,
): Promise<JobRunner> {
  const pgPool = queuePool(url, concurrency + 2)
  const taskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [name, task(name, handler, log)]),
  )
  const rescue = createRescue(url, log)
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => rescue.enlist(workerPool.id))
  const runner: Runner = await run({
    pgPool,
    taskList,
    concurrency,
    crontab,
    noHandleSignals: true,
    pollInterval: 2000,
    events,
    logger: ownLogger(log),
  })
  rescue.start()
  runner.promise.catch((error) => log.error({ err: error }, 'the job runner stopped'))
  return {
    stop: async () => {
      await runner.stop()
      await rescue.stop()
      await pgPool.end()
    },
  }
}

/** The queue talks a lot, and of payloads, too: only what its warnings say is passed on, never what they carry. */
const ownLogger = (log: Log) =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ queue: message }, 'the queue warns')
  })

function task(name: string, handler: JobHandler, log: Log): Task {
  return async (payload, helpers) => {
    const { attempts, max_attempts } = helpers.job
    const jobLog = log.child({ job: name, job_id: helpers.job.id })
    try {
      await handler(payload as never, {
        signal: helpers.abortSignal ?? new AbortController().signal,
        attempt: attempts,
        lastAttempt: attempts >= max_attempts,
        log: jobLog,
      })
    } catch (error) {
      jobLog.warn({ err: error, attempt: attempts }, 'a job failed')
      throw error
    }
  }
}
