import { expect, it } from 'vitest'
import { sendImport, settled } from '../../../test/imports.ts'
import { until } from '../../../test/photos.ts'
import { startTestServer } from '../../../test/server.ts'
import { startWorker } from '../../../test/worker.ts'

const ROWS = 80

it('53: a worker killed in the middle of an import is followed by another, which adds the rest, and nothing twice', {
  timeout: 120_000,
}, async () => {
  const server = await startTestServer({ ROLE: 'web' })
  const [ana] = await server.people('ana')
  const lines = Array.from(
    { length: ROWS },
    (_, n) => `Act ${n},The Attic,${2000 + (n % 20)}-05-${10 + (n % 15)}`,
  )
  const { body } = await sendImport(ana, 'csv', `artist,venue,date\n${lines.join('\n')}\n`)
  await ana.post(`/imports/${body.id}/confirm`)
  const added = async () => (await ana.get(`/imports/${body.id}`)).body.outcomes.added
  const first = startWorker(server)
  await until(async () => (await added()) > 10)
  first.kill('SIGKILL')
  // as if it had happened a while ago: the living wait some seconds before they call somebody dead
  await server.app.pool.query(
    `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute' where locked_at is not null`,
  )
  const second = startWorker(server)
  expect(await settled(ana, body.id)).toMatchObject({
    state: 'done',
    outcomes: { added: ROWS, present: 0, failed: 0 },
  })
  expect((await ana.get('/shows/count')).body.total).toBe(ROWS)
  const ended = new Promise((resolve) => second.once('exit', resolve))
  second.kill('SIGTERM')
  await ended
  await server.stop()
})
