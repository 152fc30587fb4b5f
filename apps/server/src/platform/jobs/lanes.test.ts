import type pg from 'pg'
import { beforeEach, expect, it } from 'vitest'
import { until } from '../../../test/photos.ts'
import { cloneDatabase } from '../../../test/server.ts'
import { createDb, createPool, type Db } from '../db/connect.ts'
import { createLog } from '../log/log.ts'
import { enqueue, type JobContext, startJobs } from './jobs.ts'

let url: string
let pool: pg.Pool
let db: Db
const log = createLog('silent')
beforeEach(async () => {
  url = await cloneDatabase()
  pool = createPool(url, 2)
  db = createDb(pool)
  return () => pool.end()
})

const jobs = async () =>
  (await pool.query('select attempts, locked_at, run_at <= now() as due from graphile_worker._private_jobs'))
    .rows

it('heavy jobs take turns, and quick ones do not wait for them', async () => {
  const gate = Promise.withResolvers<void>()
  const done: string[] = []
  const began: string[] = []
  const handlers = {
    quick: { quick: async () => void done.push('quick') },
    heavy: {
      heavy: async ({ name }: { name: string }) => {
        began.push(name)
        await gate.promise
        done.push(name)
      },
    },
  }
  for (const name of ['first', 'second', 'third']) await enqueue(db, 'heavy', { name })
  const runner = await startJobs(url, handlers, '', log)
  await until(async () => began.length > 0)
  for (let i = 0; i < 3; i++) await enqueue(db, 'quick', {})
  await until(async () => done.length === 3)
  expect(done).toEqual(['quick', 'quick', 'quick'])
  expect(began).toEqual(['first'])
  gate.resolve()
  await until(async () => (await jobs()).length === 0)
  expect(done.slice(3)).toEqual(['first', 'second', 'third'])
  await runner.stop()
})

it('a heavy job is interrupted when the process stops, given back at once, and has lost no attempt', async () => {
  const began = Promise.withResolvers<void>()
  const attempts: number[] = []
  const endless = async (_payload: unknown, { signal, attempt }: JobContext) => {
    attempts.push(attempt)
    began.resolve()
    await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  }
  await enqueue(db, 'heavy', {}, { key: 'one' })
  const first = await startJobs(url, { quick: {}, heavy: { heavy: endless } }, '', log)
  await began.promise
  await first.stop()
  expect(await jobs()).toEqual([{ attempts: 0, locked_at: null, due: true }])

  const second = await startJobs(
    url,
    { quick: {}, heavy: { heavy: async (_payload, { attempt }) => void attempts.push(attempt) } },
    '',
    log,
  )
  await until(async () => (await jobs()).length === 0)
  await second.stop()
  expect(attempts).toEqual([1, 1])
})
