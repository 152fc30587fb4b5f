import { ENGINE } from '@sharemyshows/audio/analysis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { listen } from '../../../test/live.ts'
import { photoForm, until } from '../../../test/photos.ts'
import { sample, sendRecording, settledAnalysis } from '../../../test/recordings.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { canTranscode } from '../../../test/transcoder.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer({ ANALYSES_AT_ONCE: '1' })
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const sql = async (text: string, values: unknown[] = []) => (await server.app.pool.query(text, values)).rows

/** A recording that has been analysed. */
async function analysed(who: Client, fields: Record<string, string> = {}): Promise<string> {
  const { body } = await sendRecording(who, 'audio', 'mono-8khz.wav', fields)
  expect(await settledAnalysis(who, body.id)).toMatchObject({ state: 'done', progress: 1, failure: null })
  return body.id
}

describe.skipIf(!canTranscode)('a recording', () => {
  it('is analysed when it is ready, and its owner hears how far it is', async () => {
    const ear = await listen(server.url, ana)
    const { status, body: audio } = await ana.request('POST', '/audio/upload', {
      body: photoForm(sample('tone.flac'), { title: 'A tone' }, 'tone.flac'),
    })
    expect([status, audio.kind, audio.title]).toEqual([201, 'audio', 'A tone'])
    const { payload } = await ear.hear('analysis_status', { id: audio.id, state: 'done' })
    expect(payload).toEqual({ id: audio.id, state: 'done', progress: 1 })
    ear.socket.close()

    const found = await ana.get(`/audio/${audio.id}/analysis`)
    expect(found.body).toMatchObject({
      audio_id: audio.id,
      engine: ENGINE.name,
      version: ENGINE.version,
      sample_rate: 48_000,
      channels: 2,
    })
    expect(found.body.duration).toBeCloseTo(2, 1)
    expect(found.body.loudness_lufs).toBeGreaterThan(-15)
    expect(found.body).not.toHaveProperty('embedding')
    const headers = {
      'if-none-match': found.headers.get('etag') ?? '',
      authorization: `Bearer ${ana.token}`,
    }
    expect((await ana.request('GET', `/audio/${audio.id}/analysis`, { headers })).status).toBe(304)
    expect((await ana.get('/audio/library?q=tone')).body.items).toMatchObject([
      { audio: { id: audio.id }, analysis: { state: 'done' }, loudness_lufs: found.body.loudness_lufs },
    ])
  })

  it('may be read by whoever hears it, and analysed by its owner alone', async () => {
    const show = await logShow(ana, { audience: 'public' })
    const [open, hidden] = [
      await analysed(ana, { show_id: show.id, audience: 'public' }),
      await analysed(ana, { show_id: show.id, audience: 'private' }),
    ]
    for (const who of [bo, server.stranger]) {
      for (const part of ['analysis', 'analysis/status', 'similar']) {
        expect((await who.get(`/audio/${open}/${part}`)).status).toBe(200)
        expect((await who.get(`/audio/${hidden}/${part}`)).status).toBe(404)
      }
    }
    for (const [id, status] of [
      [open, 403],
      [hidden, 404],
    ] as const) {
      expect((await bo.post('/audio/analyze', { audio_id: id })).status).toBe(status)
      expect((await bo.post(`/audio/${id}/analysis/cancel`)).status).toBe(status)
    }
    expect((await bo.get('/audio/library')).body.items).toEqual([])
    await ana.delete(`/audio/${open}`)
    expect((await ana.get(`/audio/${open}/analysis`)).status).toBe(404)
  })

  it('asked for twice is analysed once, and again only when that is asked for', async () => {
    const id = await analysed(ana)
    const [before] = await sql('select analyzed_at from analyses where media_id = $1', [id])
    const known = await ana.post('/audio/analyze', { audio_id: id })
    expect([known.status, known.body.state]).toEqual([200, 'done'])
    const asked = await Promise.all(
      Array.from({ length: 10 }, () => ana.post('/audio/analyze', { audio_id: id, again: true })),
    )
    for (const { status, body } of asked) expect([202, body.state]).toContain(status)
    const jobs = await sql(
      `select 1 from graphile_worker._private_jobs where key = 'analyze-recording:' || $1`,
      [id],
    )
    expect(jobs.length).toBeLessThanOrEqual(1)
    // what was found before stays until there is something newer
    expect((await ana.get(`/audio/${id}/analysis`)).status).toBe(200)
    expect((await settledAnalysis(ana, id)).state).toBe('done')
    const [after] = await sql('select analyzed_at from analyses where media_id = $1', [id])
    expect(after.analyzed_at > before.analyzed_at).toBe(true)
  })

  it('is analysed again by itself when the engine is newer', async () => {
    const id = await analysed(ana)
    await sql('update analyses set version = 0 where media_id = $1', [id])
    const { body } = await ana.get(`/audio/${id}/analysis/status`)
    expect([body.state, body.outdated]).toEqual(['done', true])
    await sql(`select graphile_worker.add_job('tend-analyses')`)
    await until(async () => !(await ana.get(`/audio/${id}/analysis/status`)).body.outdated)
    expect((await ana.get(`/audio/${id}/analysis`)).body.version).toBe(ENGINE.version)
  })

  it('from before there was an engine is analysed, too', async () => {
    const id = await analysed(ana)
    await sql('delete from analyses where media_id = $1', [id])
    expect((await ana.get(`/audio/${id}/analysis/status`)).body.state).toBe('none')
    const none = await ana.get(`/audio/${id}/analysis`)
    expect([none.status, none.body.code, none.body.state]).toEqual([404, 'analysis_not_ready', 'none'])
    await sql(`select graphile_worker.add_job('tend-analyses')`)
    expect((await settledAnalysis(ana, id)).state).toBe('done')
  })
})

describe.skipIf(!canTranscode)('35: what cannot be analysed ends with a reason', () => {
  const cut = () => sample('tone.flac').subarray(0, 8000)

  it.each([
    ['ten-hours.flac', () => sample('ten-hours.flac'), 'too_long'],
    [
      'noise with the head of a recording',
      () => Buffer.concat([cut().subarray(0, 42), Buffer.alloc(4000, 7)]),
      'file_corrupt',
    ],
    ['a film without sound', () => sample('without-sound.mp4'), 'no_stream'],
  ])('%s', async (_name, bytes, code) => {
    const { body } = await sendRecording(ana, 'audio', 'odd.flac', {}, bytes())
    // by its content it may be none of the kind at all
    if (body.code !== undefined) return expect(['unsupported_format', 'file_corrupt']).toContain(body.code)
    expect(await settledAnalysis(ana, body.id)).toMatchObject({
      state: 'failed',
      failure_code: code,
      failure: expect.stringMatching(/\.$/),
    })
    const found = await ana.get(`/audio/${body.id}/analysis`)
    expect([found.status, found.body.code, found.body.failure_code]).toEqual([404, 'analysis_failed', code])
    // asked for by hand it says the same
    await ana.post('/audio/analyze', { audio_id: body.id })
    expect(await settledAnalysis(ana, body.id)).toMatchObject({ state: 'failed', failure_code: code })
  })

  it('an empty file is refused, and one of more than 100 MB is told how to come', async () => {
    const empty = await ana.request('POST', '/audio/upload', {
      body: photoForm(Buffer.alloc(0), {}, 'a.wav'),
    })
    expect([empty.status, empty.body.code]).toEqual([422, 'file_empty'])
    const large = await ana.request('POST', '/audio/upload', {
      body: photoForm(Buffer.concat([sample('mono-8khz.wav'), Buffer.alloc(101 * 1_048_576)]), {}, 'a.wav'),
    })
    expect([large.status, large.body.code, large.body.uploads]).toEqual([
      413,
      'payload_too_large',
      '/api/v1/uploads',
    ])
  })
})

it('45: 120 analyses an hour may be asked for', async () => {
  const limited = await startTestServer({ RATE_LIMITS: 'on', ROLE: 'web' })
  const [cy] = await limited.people('cy')
  const body = { audio_id: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10' }
  const asked = await Promise.all(Array.from({ length: 121 }, () => cy.post('/audio/analyze', body)))
  expect(asked.filter(({ status }) => status === 404)).toHaveLength(120)
  const [refused] = asked.filter(({ status }) => status === 429)
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(60)
  await limited.stop()
})
