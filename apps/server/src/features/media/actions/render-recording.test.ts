import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { keptFiles, until } from '../../../../test/photos.ts'
import { sendRecording, settledRecording } from '../../../../test/recordings.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { canTranscode, transcoder } from '../../../../test/transcoder.ts'
import { createLog } from '../../../platform/log/log.ts'
import { createFolderStorage } from '../../../platform/storage/folder.ts'
import type { Transcoder } from '../../../platform/transcode/transcoder.ts'
import { failStuck } from './fail-stuck.ts'
import type { RenderContext } from './render-recording.ts'
import { renderVideo } from './render-video.ts'

/** A server that does no jobs: the test does them itself. */
let server: TestServer
let ana: Client
beforeAll(async () => {
  server = await startTestServer({ ROLE: 'web' })
  ;[ana] = await server.people('ana')
})
afterAll(() => server.stop())

const context = (more: Partial<RenderContext> = {}): RenderContext => ({
  signal: new AbortController().signal,
  lastAttempt: false,
  log: createLog('silent'),
  ...more,
})

/** The product's own job with a tool that differs in some of its steps. */
const render = (id: string, changed: Partial<Transcoder> = {}, more: Partial<RenderContext> = {}) =>
  renderVideo(
    {
      db: server.app.db,
      storage: createFolderStorage(path.join(server.dataDir, 'files')),
      transcoder: { ...transcoder, name: transcoder.name, ...changed },
      listeners: [],
    },
    id,
    context(more),
  )

async function send(name = 'clip.mp4'): Promise<string> {
  const { status, body } = await sendRecording(ana, 'videos', name)
  expect(status).toBe(201)
  return body.id
}

const read = async (id: string) => (await ana.get(`/videos/${id}`)).body
const jobsOf = async (id: string) =>
  (
    await server.app.pool.query(
      `select attempts, run_at > now() + interval '1 minute' as later from graphile_worker._private_jobs
        where key = $1`,
      [`render-video:${id}`],
    )
  ).rows
const fails = (error: Error) => async () => {
  throw error
}

describe.skipIf(!canTranscode)('a rendering', { timeout: 120_000 }, () => {
  it('that is cut off goes on where it was: what is there is not made again, and nothing is left over', async () => {
    const before = await keptFiles(server)
    const id = await send()
    const stopping = new AbortController()
    const cut: Partial<Transcoder> = {
      ladder: async (_source, _to, { signal }) => {
        stopping.abort()
        throw signal.reason
      },
    }
    await expect(render(id, cut, { signal: stopping.signal })).rejects.toThrow('abort')
    const half = await read(id)
    expect(half).toMatchObject({ state: 'processing', duration: 2, width: 160 })
    expect(Object.keys(half.urls)).toEqual(['original', 'thumbnail', 'display', 'preview'])
    // the original, two stills, the preview
    const files = await keptFiles(server)
    expect(files).toHaveLength(before.length + 4)

    const never = fails(new Error('made again'))
    await render(id, { still: never, preview: never })
    expect(await read(id)).toMatchObject({ state: 'ready' })
    expect(await keptFiles(server)).toEqual(expect.arrayContaining(files))
    expect(await keptFiles(server)).toHaveLength(before.length + 7)
    // twice is once
    await render(id, { probe: never })
  })

  it('makes the MP4 of a ladder that is there', async () => {
    const id = await send()
    await expect(render(id, { joined: fails(new Error('no')) })).rejects.toThrow('no')
    await render(id)
    await server.app.pool.query(`delete from renditions where media_id = $1 and name = 'mp4'`, [id])
    await server.app.pool.query(`update media set state = 'processing' where id = $1`, [id])
    await render(id, { ladder: fails(new Error('made again')) })
    expect((await read(id)).urls).toMatchObject({ stream: expect.any(String) })
  })

  it.each(['deleted', 'gone'])('of what is %s meanwhile stops and leaves nothing', async (how) => {
    const id = await send()
    const forget = async () => {
      if (how === 'deleted') await ana.delete(`/videos/${id}`)
      else await server.app.pool.query('delete from media where id = $1', [id])
    }
    const before = await keptFiles(server)
    const interrupted: Partial<Transcoder> = {
      preview: async (source, to, run) => {
        await transcoder.preview(source, to, run)
        await forget()
      },
      ladder: fails(new Error('went on')),
    }
    await render(id, interrupted)
    const renditions = await server.app.pool.query('select name from renditions where media_id = $1', [id])
    // what was made before is removed with its medium
    expect(renditions.rows.map(({ name }) => name).sort()).toEqual(
      how === 'gone' ? [] : ['display', 'thumbnail'],
    )
    expect((await keptFiles(server)).length).toBe(before.length + 2)
  })

  it('of what is deleted is stopped in the middle of a step', async () => {
    const id = await send()
    const endless: Partial<Transcoder> = {
      ladder: async (_source, _to, { signal }) => {
        await ana.delete(`/videos/${id}`)
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
        })
      },
    }
    await render(id, endless)
    expect((await ana.post(`/videos/${id}/restore`)).body.state).toBe('processing')
    expect(await jobsOf(id)).toHaveLength(1)
  })

  it('that fails for a reason of ours comes again, and says so in the end', async () => {
    const id = await send()
    const broken = { probe: fails(new Error('out of order')) }
    await expect(render(id, broken)).rejects.toThrow('out of order')
    expect((await read(id)).state).toBe('processing')
    await expect(render(id, broken, { lastAttempt: true })).rejects.toThrow('out of order')
    expect(await read(id)).toMatchObject({ state: 'failed', failure_code: 'internal' })
    expect((await ana.post(`/videos/${id}/retry`)).body).toMatchObject({
      state: 'processing',
      failure: null,
      failure_code: null,
    })
    await render(id)
    expect((await read(id)).state).toBe('ready')
  })

  it('55: waits while the disk is full, and keeps nothing half', async () => {
    const id = await send()
    const before = await keptFiles(server)
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' })
    await render(id, { still: fails(full) }, { lastAttempt: true })
    expect((await read(id)).state).toBe('processing')
    expect(await jobsOf(id)).toEqual([{ attempts: 0, later: true }])
    expect(await keptFiles(server)).toEqual(before)
  })

  it('33: that killed its process each time is given up, and can be begun anew', async () => {
    const id = await send()
    expect(await failStuck(server.app.db)).toBe(0)
    await server.app.pool.query(
      'update graphile_worker._private_jobs set attempts = max_attempts where key = $1',
      [`render-video:${id}`],
    )
    expect(await failStuck(server.app.db)).toBe(1)
    expect(await read(id)).toMatchObject({
      state: 'failed',
      failure_code: 'internal',
      failure: expect.stringMatching(/Try again\.$/),
    })
    expect((await ana.post(`/videos/${id}/retry`)).status).toBe(200)
    expect(await jobsOf(id)).toEqual([{ attempts: 0, later: false }])
    expect(await failStuck(server.app.db)).toBe(0)
  })
})

describe.skipIf(!canTranscode)('33: a recording that does not do', { timeout: 120_000 }, () => {
  let working: TestServer
  let bo: Client
  let cy: Client
  beforeAll(async () => {
    working = await startTestServer()
    ;[bo, cy] = await working.people('bo', 'cy')
  })
  afterAll(() => working.stop())

  it('ends as failed with a code and a sentence, and is nothing to others', async () => {
    const cases = [
      ['videos', 'garbage.mp4', 'file_corrupt'],
      ['videos', 'without-index.mp4', 'file_corrupt'],
      ['videos', 'sound-only.mp4', 'no_stream'],
      ['videos', 'huge.mp4', 'too_demanding'],
      ['audio', 'without-sound.mp4', 'no_stream'],
      ['audio', 'ten-hours.flac', 'too_long'],
    ] as const
    for (const [noun, name, failure_code] of cases) {
      const { body } = await sendRecording(bo, noun, name)
      const failed = await settledRecording(bo, noun, body.id)
      expect([name, failed.failure_code]).toEqual([name, failure_code])
      expect(failed).toMatchObject({ state: 'failed', failure: expect.stringMatching(/^[A-Z].+\.$/) })
      expect(failed.urls).toEqual({ original: expect.any(String) })
      expect((await cy.get(`/${noun}/${body.id}`)).status).toBe(404)
    }
    // their originals, and nothing on the way; nobody tries again by himself
    await until(async () => (await keptFiles(working)).length === cases.length)
    const { rows } = await working.app.pool.query(
      `select 1 from graphile_worker.jobs where task_identifier like 'render-%'`,
    )
    expect(rows).toEqual([])
  })
})

it('33: without a tool recordings fail with the remedy, and photos do not', async () => {
  const bare = await startTestServer({ TRANSCODER: 'ffmpeg', FFMPEG_PATH: '/nowhere/ffmpeg' })
  const [bo] = await bare.people('bo')
  const { body } = await sendRecording(bo, 'audio', 'tone.mp3')
  expect(await settledRecording(bo, 'audio', body.id)).toMatchObject({
    state: 'failed',
    failure_code: 'internal',
    failure: expect.stringContaining('ffmpeg'),
  })
  await bare.stop()
})
