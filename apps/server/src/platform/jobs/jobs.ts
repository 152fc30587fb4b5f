import { runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import type { Db } from '../db/connect.ts'
import type { Log } from '../log/log.ts'
import { type JobHandlers, type Lane, ownLogger, startLane } from './lane.ts'
import { createRescue } from './rescue.ts'

export type { JobContext, JobHandlers } from './lane.ts'

export type JobOptions = {
  key?: string
  maxAttempts?: number
  runAt?: Date
  priority?: number
  /** Jobs of one queue run one after the other. */
  queue?: string
}

/** Jobs that wait for servers elsewhere stand in one queue, so that mails and thumbnails have the other place. */
export const OUTSIDE = 'outside'

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

/** Takes the job of a key out of the queue, if there is one. */
export async function dropJob(db: Db, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${key})`.execute(db)
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

/** Jobs of every lane but the quick one take minutes and a core, so that no quick one may have to wait for them. */
export type Lanes = { quick: JobHandlers } & Record<string, JobHandlers>

/** A quick job that is under way when the process stops is left to end; a heavy one never would in time. */
const QUICK_PATIENCE_MS = 5000

/**
 * Runs jobs until stopped; all names that features enqueue must have exactly one handler, in one of the lanes. `atOnce`
 * says how many of a lane are under way side by side; else it is one, and two quick ones. A lane of none waits for another
 * process.
 */
export async function startJobs(
  url: string,
  lanes: Lanes,
  crontab: string,
  log: Log,
  atOnce: Partial<Record<string, number>> = {},
): Promise<JobRunner> {
  const names = Object.values(lanes).flatMap(Object.keys)
  const twice = names.filter((name, index) => names.indexOf(name) < index)
  if (twice.length > 0) throw new Error(`in two lanes: ${twice.join(', ')}`)
  const all = Object.entries(lanes).map(([name, handlers]): Lane => {
    const isQuick = name === 'quick'
    return {
      handlers,
      atOnce: atOnce[name] ?? (isQuick ? 2 : 1),
      crontab: isQuick ? crontab : '',
      patience: isQuick ? QUICK_PATIENCE_MS : 0,
    }
  })
  const wanted = all.filter((lane) => lane.atOnce > 0)
  // two more each: one that listens, and one for what the lane itself writes
  const pool = queuePool(
    url,
    wanted.reduce((sum, lane) => sum + lane.atOnce + 2, 0),
  )
  const rescue = createRescue(url, log)
  const running: JobRunner[] = []
  for (const lane of wanted) running.push(await startLane(pool, lane, rescue, log))
  rescue.start()
  return {
    stop: async () => {
      await Promise.all(running.map((lane) => lane.stop()))
      await rescue.stop()
      await pool.end()
    },
  }
}
