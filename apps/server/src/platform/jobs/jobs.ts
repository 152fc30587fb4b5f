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

/** Jobs of the heavy lane take minutes and all of a core, so that no quick one may have to wait for them. */
export type Lanes = { quick: JobHandlers; heavy: JobHandlers }

/** A quick job that is under way when the process stops is left to end; a heavy one never would in time. */
const QUICK_PATIENCE_MS = 5000

/** Runs jobs until stopped; all names that features enqueue must have exactly one handler, in one of the lanes. */
export async function startJobs(
  url: string,
  { quick, heavy }: Lanes,
  crontab: string,
  log: Log,
  atOnce = { quick: 2, heavy: 1 },
): Promise<JobRunner> {
  const twice = Object.keys(heavy).filter((name) => name in quick)
  if (twice.length > 0) throw new Error(`in both lanes: ${twice.join(', ')}`)
  const pool = queuePool(url, atOnce.quick + atOnce.heavy + 4)
  const rescue = createRescue(url, log)
  const start = (lane: Lane) => startLane(pool, lane, rescue, log)
  const lanes = [
    await start({ handlers: quick, atOnce: atOnce.quick, crontab, patience: QUICK_PATIENCE_MS }),
    await start({ handlers: heavy, atOnce: atOnce.heavy, crontab: '', patience: 0 }),
  ]
  rescue.start()
  return {
    stop: async () => {
      await Promise.all(lanes.map((lane) => lane.stop()))
      await rescue.stop()
      await pool.end()
    },
  }
}
