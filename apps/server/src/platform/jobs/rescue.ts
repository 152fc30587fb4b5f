import pg from 'pg'
import type { Log } from '../log/log.ts'

/** A killed process leaves its jobs marked as under way, and the queue itself waits four hours for it. */
const EVERY_MS = 5_000

/** First key of the advisory locks by which workers show that they live; the second is the worker's name. */
const LIVES = 7_265_332

/** Jobs of workers that hold no lock, and have had the time to take one, are free again. */
const rescue = `with suspects as (
    select distinct locked_by from graphile_worker.jobs
    where locked_at < now() - interval '3 seconds' and not locked_by = any($1::text[])
  ), dead as materialized (
    select locked_by from suspects where pg_try_advisory_xact_lock(${LIVES}, hashtext(locked_by))
  )
  select graphile_worker.force_unlock_workers(array(select locked_by from dead)), locked_by from dead`

/** What a newer job of the same key had replaced while it was under way: freed, it would lie there for ever. */
const bury = `delete from graphile_worker._private_jobs
  where key is null and locked_at is null and attempts >= max_attempts and last_error is null`

export type Rescue = {
  /** This worker lives as long as we do. */
  enlist(worker: string): void
  start(): void
  stop(): Promise<void>
}

/**
 * Gives the jobs of dead processes to the living. A worker lives as long as its process holds a lock in a session of
 * the database, which ends with it, however it ends and on whichever machine.
 */
export function createRescue(url: string, log: Log): Rescue {
  const ours = new Set<string>()
  let session: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let turn = Promise.resolve()

  const hold = (client: pg.Client, worker: string) =>
    client.query('select pg_advisory_lock($1, hashtext($2))', [LIVES, worker])

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url, application_name: 'sharemyshows jobs' })
    const lose = () => {
      if (session === client) session = null
    }
    client.on('error', lose)
    client.on('end', lose)
    await client.connect()
    session = client
    for (const worker of ours) await hold(client, worker)
    return client
  }

  async function look(): Promise<void> {
    const client = session ?? (await connect())
    const { rowCount } = await client.query(rescue, [[...ours]])
    if (!rowCount) return
    await client.query(bury)
    log.warn({ workers: rowCount }, 'jobs of a process that died were freed')
  }
  // one at a time; a database that is away is back at some later turn
  const next = () => {
    turn = turn.then(look).catch((error) => log.debug({ err: error }, 'no jobs could be rescued'))
  }

  return {
    enlist(worker) {
      ours.add(worker)
      if (session !== null) hold(session, worker).catch(() => {})
    },
    start() {
      next()
      timer = setInterval(next, EVERY_MS)
    },
    async stop() {
      clearInterval(timer)
      await turn
      await session?.end().catch(() => {})
    },
  }
}
