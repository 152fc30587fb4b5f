import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { until } from '../../../../test/photos.ts'
import { sendRecording } from '../../../../test/recordings.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { Notices } from '../../../platform/db/notices.ts'
import { createLog } from '../../../platform/log/log.ts'
import type { Sound, Transcoder } from '../../../platform/transcode/transcoder.ts'
import { type AnalysisDeps, runAnalysis } from './run-analysis.ts'
import { tendAwaited } from './tend-analyses.ts'

/** A server that does no jobs, so that each run is one of ours. */
let server: TestServer
let ana: Client
let notices: Notices
beforeAll(async () => {
  server = await startTestServer({ ROLE: 'web' })
  ;[ana] = await server.people('ana')
  notices = new Notices(server.databaseUrl, createLog('silent'))
  await notices.start()
})
afterAll(async () => {
  await notices.close()
  await server.stop()
})

let id: string
beforeEach(async () => {
  id = (await sendRecording(ana, 'audio', 'mono-8khz.wav')).body.id
  expect((await ana.post('/audio/analyze', { audio_id: id })).status).toBe(202)
})

const sql = async (text: string, values: unknown[] = []) => (await server.app.pool.query(text, values)).rows
const status = async () => (await ana.get(`/audio/${id}/analysis/status`)).body
const jobsOf = async () =>
  (await sql(`select 1 from graphile_worker._private_jobs where key = 'analyze-recording:' || $1`, [id]))
    .length

/** Silence without end, until nobody wants it; `stopped` tells that it was let go of. */
function endless() {
  const seen = { blocks: 0, stopped: false }
  async function* blocks() {
    try {
      for (;;) {
        seen.blocks++
        yield [new Float32Array(8000)]
      }
    } finally {
      seen.stopped = true
    }
  }
  const sound = (): Sound => ({ sampleRate: 8000, channels: 1, duration: 60, blocks: blocks() })
  return { seen, sound }
}

function run(
  given: { channels?: Transcoder['channels']; model?: AnalysisDeps['model']; lastAttempt?: boolean } = {},
) {
  const process = new AbortController()
  const deps: AnalysisDeps = {
    db: server.app.db,
    notices,
    storage: server.storage,
    transcoder: {
      channels: given.channels ?? (async () => endless().sound()),
    } as unknown as Transcoder,
    model: given.model ?? (async () => null),
    tellShow: async () => {},
    heard: async () => {},
  }
  const context = { signal: process.signal, lastAttempt: given.lastAttempt ?? false }
  return { done: runAnalysis(deps, id, context), stop: () => process.abort(new Error('the process stops')) }
}

const aSecond = async (): Promise<Sound> => ({
  sampleRate: 8000,
  channels: 1,
  duration: 1,
  blocks: (async function* () {
    yield [new Float32Array(8000).map((_, i) => Math.sin(i / 3) / 2)]
  })(),
})

it('a run is cancelled while it runs, and then does nothing more', async () => {
  const sound = endless()
  const { done } = run({ channels: async () => sound.sound() })
  await until(async () => sound.seen.blocks > 8)
  const { body } = await ana.post(`/audio/${id}/analysis/cancel`)
  expect(body).toMatchObject({ state: 'cancelled', progress: 0 })
  await done
  expect(sound.seen.stopped).toBe(true)
  expect((await status()).state).toBe('cancelled')
  // and may be asked for again
  expect((await ana.post('/audio/analyze', { audio_id: id })).body.state).toBe('queued')
})

it('what waits is cancelled, too, and its job finds nothing to do', async () => {
  expect((await ana.post(`/audio/${id}/analysis/cancel`)).body.state).toBe('cancelled')
  await run({ channels: () => Promise.reject(new Error('not asked')) }).done
  expect((await status()).state).toBe('cancelled')
})

it('a recording that is deleted ends its run, and once restored is analysed after all', async () => {
  const { done } = run()
  await until(async () => (await status()).state === 'running')
  await ana.delete(`/audio/${id}`)
  await done
  expect(await sql('select state from analyses where media_id = $1', [id])).toEqual([{ state: 'queued' }])
  await sql(`delete from graphile_worker._private_jobs where key = 'analyze-recording:' || $1`, [id])
  expect(await tendAwaited(server.app.db)).toBe(0)
  expect(await jobsOf()).toBe(0)
  await ana.post(`/audio/${id}/restore`)
  await tendAwaited(server.app.db)
  expect([await jobsOf(), (await status()).state]).toEqual([1, 'queued'])
})

it('53: a process that stops leaves its run to the next', async () => {
  const { done, stop } = run()
  await until(async () => (await status()).state === 'running')
  stop()
  await expect(done).rejects.toThrow('the process stops')
  expect((await status()).state).toBe('running')
  await run({ channels: aSecond }).done
  expect(await status()).toMatchObject({ state: 'done', progress: 1 })
})

it('of two runs the later one counts', async () => {
  const first = run()
  await until(async () => (await status()).state === 'running')
  await run({ channels: aSecond }).done
  await first.done
  expect((await status()).state).toBe('done')
})

it('a thread that crashes takes nobody along, and in the end says that it is our fault', async () => {
  const model = async () => new Uint8Array(10)
  await expect(run({ channels: aSecond, model }).done).rejects.toThrow()
  expect((await status()).state).toBe('running')
  await expect(run({ channels: aSecond, model, lastAttempt: true }).done).rejects.toThrow()
  expect(await status()).toMatchObject({ state: 'failed', failure_code: 'internal' })
  expect((await server.stranger.get('/health')).status).toBe(200)
})

it('53: what keeps killing its process is given up', async () => {
  await sql(`update analyses set state = 'running' where media_id = $1`, [id])
  await sql(
    `update graphile_worker._private_jobs set attempts = max_attempts where key = 'analyze-recording:' || $1`,
    [id],
  )
  expect(await tendAwaited(server.app.db)).toBe(1)
  expect(await status()).toMatchObject({ state: 'failed', failure_code: 'internal' })
})
