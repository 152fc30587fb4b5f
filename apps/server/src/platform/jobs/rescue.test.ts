import { expect, it } from 'vitest'
import { until } from '../../../test/photos.ts'
import { cloneDatabase } from '../../../test/server.ts'
import { createDb, createPool } from '../db/connect.ts'
import { createLog } from '../log/log.ts'
import { enqueue, startJobs } from './jobs.ts'

it('53: a job under way in a process that died is done by another, and one under way in a living one is not', async () => {
  const url = await cloneDatabase()
  const pool = createPool(url, 2)
  const log = createLog('silent')
  const done: string[] = []
  const gate = Promise.withResolvers<void>()
  const first = await startJobs(url, { quick: { slow: async () => gate.promise }, heavy: {} }, '', log)
  await enqueue(createDb(pool), 'slow', {})
  await until(
    async () =>
      (await pool.query('select 1 from graphile_worker.jobs where locked_at is not null')).rowCount === 1,
  )
  // as after kill -9: whoever had it is gone, and nobody said so
  await enqueue(createDb(pool), 'quick', {})
  await pool.query(`update graphile_worker._private_jobs set locked_by = 'worker-of-the-dead',
    locked_at = now() - interval '1 minute', attempts = 1
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'quick')`)
  await pool.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'
    where locked_by <> 'worker-of-the-dead'`)

  // and one that its successor has replaced meanwhile
  await pool.query(`insert into graphile_worker._private_jobs (task_id, attempts, max_attempts, locked_by, locked_at)
    select id, 5, 5, 'worker-of-the-dead', now() - interval '1 minute' from graphile_worker._private_tasks
    where identifier = 'quick'`)

  const second = await startJobs(
    url,
    {
      quick: { quick: async () => void done.push('quick') },
      heavy: { slow: async () => void done.push('slow') },
    },
    '',
    log,
  )
  await until(async () => done.length > 0)
  expect(done).toEqual(['quick'])
  gate.resolve()
  await first.stop()
  await second.stop()
  expect(done).toEqual(['quick'])
  expect((await pool.query('select 1 from graphile_worker.jobs')).rowCount).toBe(0)
  await pool.end()
})
