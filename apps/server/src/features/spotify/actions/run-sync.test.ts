import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { until } from '../../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { link } from '../../../../test/spotify/link.ts'
import { createListener } from '../../../../test/spotify/listener.ts'
import { type SpotifyStandIn, startSpotify } from '../../../../test/spotify/stand-in.ts'
import { startWorker } from '../../../../test/worker.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { Spotify, SpotifyPage } from '../../../platform/providers/spotify/spotify.ts'
import { moveOn } from '../store.ts'
import { runSync } from './run-sync.ts'
import { tendSyncs } from './tend-syncs.ts'

it('53: a worker killed between two pages is followed by another, which loses and doubles nothing', {
  timeout: 120_000,
}, async () => {
  const spotify = await startSpotify()
  const server = await startTestServer({ ...spotify.env, ROLE: 'web' })
  const [ana] = await server.people('ana')
  await link(spotify, ana, createListener('ana', 220))
  // the first worker waits for the third page when it dies
  spotify.fail({ on: 'GET /me/tracks', after: 2, does: 'slow' })
  await ana.post('/music/sync-library', { limit: 500 })
  const offsets = () =>
    spotify.asked.flatMap(({ path, query }) => (path === '/v1/me/tracks' ? [Number(query.offset)] : []))
  const first = startWorker(server, spotify.env)
  await until(async () => offsets().length === 3)
  first.kill('SIGKILL')
  // as if it had happened a while ago: the living wait some seconds before they call somebody dead
  await server.app.pool.query(
    `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute' where locked_at is not null`,
  )
  const second = startWorker(server, spotify.env)
  const sync = async () => (await ana.get('/music/sync-library')).body.sync
  await until(async () => (await sync()).state === 'done')
  expect(await sync()).toMatchObject({ done: 220, added: 220, total: 220 })
  expect(offsets()).toEqual([0, 50, 100, 100, 150, 200])
  expect((await ana.get('/music/summary')).body.sources.spotify).toBe(220)
  const ended = new Promise((resolve) => second.once('exit', resolve))
  second.kill('SIGTERM')
  await ended
  await server.stop()
  await spotify.close()
})

describe('a sync under way', () => {
  let spotify: SpotifyStandIn
  let server: TestServer
  let ana: Client
  let id: string
  beforeAll(async () => {
    spotify = await startSpotify()
    server = await startTestServer({ ...spotify.env, ROLE: 'web' })
    ;[ana] = await server.people('ana')
    await link(spotify, ana)
    id = (await ana.post('/music/sync-library', { limit: 100 })).body.id
  })
  afterAll(async () => {
    await server.stop()
    await spotify.close()
  })

  it('tells of itself now, not again at once, and later again', async () => {
    const { db, pool } = server.app
    const move = () => transact(db, (tx) => moveOn(tx, id, { at: 0, total: 100, added: 0 }))
    expect([await move(), await move()]).toEqual([true, false])
    await pool.query(`update library_syncs set told_at = told_at - interval '350 ms'`)
    expect(await move()).toBe(true)
  })

  it('53: whose page two jobs fetch at once takes it once', async () => {
    const page: SpotifyPage = { entries: 50, songs: [], total: 120, more: true }
    const both = Promise.withResolvers<void>()
    let asked = 0
    const savedTracks = async () => {
      if (++asked === 2) both.resolve()
      await both.promise
      return page
    }
    const deps = {
      db: server.app.db,
      spotifyFor: async () => ({ savedTracks }) as unknown as Spotify,
      takeSongs: async () => 7,
      beginAsking: async () => {},
    }
    const run = () => runSync(deps, ana.id, { lastAttempt: false })
    const sync = async () => (await ana.get('/music/sync-library')).body.sync
    const before = await sync()
    await Promise.all([run(), run()])
    expect(await sync()).toMatchObject({ state: 'running', done: before.done + 50, added: 7, total: 100 })
  })

  it('53: that kept killing its process is given up, and may be begun again', async () => {
    const { db, pool } = server.app
    expect(await tendSyncs(db)).toBe(0)
    await pool.query('update graphile_worker._private_jobs set attempts = max_attempts')
    expect(await tendSyncs(db)).toBe(1)
    const { body } = await ana.get('/music/sync-library')
    expect(body.sync).toMatchObject({ id, state: 'failed', message: expect.stringMatching(/\.$/) })
    const again = await ana.post('/music/sync-library')
    expect(again.body).toMatchObject({ state: 'queued', message: null })
  })
})
