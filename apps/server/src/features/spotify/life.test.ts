import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { type Ear, listen } from '../../../test/live.ts'
import { until } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { link } from '../../../test/spotify/link.ts'
import { createListener, type Listener } from '../../../test/spotify/listener.ts'
import { type SpotifyStandIn, startSpotify } from '../../../test/spotify/stand-in.ts'

/** The whole life of an account at Spotify here, in order: each test goes on where the one before it ended. */
let spotify: SpotifyStandIn
let server: TestServer
let ana: Client
let bo: Client
let ear: Ear
let atSpotify: Listener
beforeAll(async () => {
  spotify = await startSpotify()
  server = await startTestServer({ ...spotify.env, PROVIDER_TIMEOUT_MS: '2000' })
  ;[ana, bo] = await server.people('ana', 'bo')
  ear = await listen(server.url, ana)
})
afterAll(async () => {
  // whatever was asked, Spotify's description knows it
  expect(spotify.refused).toEqual([])
  ear.socket.close()
  await server.stop()
  await spotify.close()
})

const sql = async (text: string, values: unknown[] = []) => (await server.app.pool.query(text, values)).rows
const syncOf = async (who: Client) => (await who.get('/music/sync-library')).body.sync
const settled = async (who: Client, state = 'done') => {
  await until(async () => (await syncOf(who)).state === state)
  return syncOf(who)
}
const offsets = () =>
  spotify.asked.filter(({ path }) => path === '/v1/me/tracks').map(({ query }) => Number(query.offset))
/** As if the time of the job that is put off had come. */
const letTimePass = () =>
  sql(
    `select graphile_worker.add_job('sync-library', payload => j.payload::json, job_key => j.key)
    from graphile_worker._private_jobs j where j.key = 'sync-library:' || $1`,
    [ana.id],
  )

it('without an account there is nothing to fetch', async () => {
  const { status, body } = await ana.post('/music/sync-library')
  expect([status, body.code]).toEqual([409, 'provider_not_connected'])
  expect(await syncOf(ana)).toBeNull()
})

it('500 saved songs come in ten pages, with a wait in the middle that Spotify asks for', async () => {
  atSpotify = await link(spotify, ana, createListener('ana', 500))
  const on = 'GET /me/tracks'
  spotify.fail({ on, after: 4, does: { status: 429, message: 'API rate limit exceeded', retryAfter: 30 } })
  const begun = await ana.post('/music/sync-library', { limit: 1000 })
  expect(begun.status).toBe(202)
  // asked for twice it is one
  expect((await ana.post('/music/sync-library', { limit: 50 })).body.id).toBe(begun.body.id)

  const waiting = await settled(ana, 'waiting')
  expect(waiting).toMatchObject({ id: begun.body.id, done: 200, added: 200, total: 500, progress: 0.4 })
  const inSeconds = (Date.parse(waiting.resumes_at) - Date.parse(waiting.updated_at)) / 1000
  expect(inSeconds).toBeCloseTo(30, 0)
  await ear.hear('sync_progress', { id: begun.body.id, state: 'waiting' })

  await letTimePass()
  expect(await settled(ana)).toMatchObject({
    done: 500,
    added: 500,
    progress: 1,
    message: null,
    resumes_at: null,
  })
  expect(offsets()).toEqual([0, 50, 100, 150, 200, 200, 250, 300, 350, 400, 450])
  await ear.hear('sync_progress', { id: begun.body.id, state: 'done' })
  const told = ear.heard.flatMap(({ event, payload }) =>
    event === 'sync_progress' ? Number(payload.progress) : [],
  )
  expect([told, told.at(-1)]).toEqual([told.toSorted((a, b) => a - b), 1])
  const { body } = await ana.get('/music/summary')
  expect([body.sources.spotify, body.features.unknown]).toEqual([500, 500])
})

it('asked for again nothing is new, and it is fetched no further than was asked', async () => {
  await ana.post('/music/sync-library', { limit: 120 })
  expect(await settled(ana)).toMatchObject({ done: 120, total: 120, added: 0 })
  expect(spotify.asked.at(-1)?.query).toEqual({ offset: '100', limit: '20' })
  expect(await sql('select count(*)::int as n from library_syncs where person_id = $1', [ana.id])).toEqual([
    { n: 1 },
  ])
})

it('a song is played on the device that is on, and listened to', async () => {
  const { body: page } = await ana.get('/music/library?sort=name&limit=1')
  const [track] = page.items
  expect(track).toMatchObject({ source: 'spotify', audio_id: null, stream_url: null })
  const played = await ana.post('/music/play', { track_id: track.id, mood: 'happy' })
  expect(played.body).toMatchObject({
    message: expect.stringContaining('Now playing: '),
    listen: { mood: 'happy' },
  })
  expect(atSpotify.playing?.uris).toEqual([`spotify:track:${track.spotify_track_id}`])
  expect((await ana.get('/music/now-playing')).body.now).toMatchObject({
    ...{ playing: true, name: track.name, spotify_track_id: track.spotify_track_id, position: 41 },
    device: { id: 'kitchen', volume: 40 },
  })
  const says = async (path: string, body?: object) => (await ana.post(`/music/${path}`, body)).status
  expect([await says('pause'), atSpotify.playing?.paused]).toEqual([204, true])
  expect([await says('resume', { device_id: 'kitchen' }), atSpotify.playing?.paused]).toEqual([204, false])
  expect([await says('volume', { volume: 15 }), atSpotify.devices[0]?.volume]).toEqual([204, 15])
  expect([await says('next'), atSpotify.playing?.at]).toEqual([204, 1])
  expect((await ana.get('/music/devices')).body.items).toEqual([
    { id: 'kitchen', name: 'Kitchen', kind: 'Speaker', active: true, volume: 15 },
  ])
})

it('a playlist is made there once, in parts of 100, and afterwards replaced', async () => {
  const ids = async (page: number) =>
    (await ana.get(`/music/library?limit=75&page=${page}`)).body.items.map(({ id }: { id: string }) => id)
  const track_ids = [...(await ids(1)), ...(await ids(2))]
  const { body: playlist } = await ana.post('/playlists', { name: 'Bright', track_ids })
  const uris = playlist.items.map(
    (each: { spotify_track_id: string }) => `spotify:track:${each.spotify_track_id}`,
  )
  const sent = await ana.post(`/playlists/${playlist.id}/spotify`)
  expect(sent.body).toMatchObject({ sent: 150, left_out: 0 })
  const [[id, there] = []] = atSpotify.playlists
  expect(sent.body.playlist.spotify_url).toBe(`https://open.spotify.com/playlist/${id}`)
  expect(there).toEqual({ name: 'Bright', description: null, public: false, uris })

  await ana.put(`/playlists/${playlist.id}`, { track_ids: track_ids.slice(3, 6) })
  expect((await ana.post(`/playlists/${playlist.id}/spotify`)).body.sent).toBe(3)
  expect([atSpotify.playlists.size, there?.uris]).toEqual([1, uris.slice(3, 6)])
  // one that she deleted there is made anew
  atSpotify.playlists.clear()
  expect((await ana.post(`/playlists/${playlist.id}/spotify`)).status).toBe(200)
  expect([...atSpotify.playlists.values()].map((each) => each.uris)).toEqual([uris.slice(3, 6)])

  const { body: empty } = await ana.post('/playlists', { name: 'Empty' })
  expect((await ana.post(`/playlists/${empty.id}/spotify`)).body.code).toBe('nothing_to_send')
  expect((await bo.post(`/playlists/${playlist.id}/spotify`)).status).toBe(404)
})

it('two sendings at once make one playlist', async () => {
  const { body: page } = await ana.get('/music/library?limit=2')
  const track_ids = page.items.map(({ id }: { id: string }) => id)
  const { body: playlist } = await ana.post('/playlists', { name: 'At once', track_ids })
  const before = atSpotify.playlists.size
  const all = await Promise.all(
    Array.from({ length: 6 }, () => ana.post(`/playlists/${playlist.id}/spotify`)),
  )
  for (const { status, body } of all)
    expect([200, 'provider_refused']).toContain(status === 200 ? 200 : body.code)
  expect(all.some(({ status }) => status === 200)).toBe(true)
  expect(atSpotify.playlists.size).toBe(before + 1)
})

it('a token that ran out is renewed once, however many ask', async () => {
  spotify.accounts.expire()
  const before = spotify.accounts.renewals
  const all = await Promise.all(Array.from({ length: 8 }, () => ana.get('/music/now-playing')))
  expect(all.map(({ status }) => status)).toEqual(all.map(() => 200))
  expect(spotify.accounts.renewals).toBe(before + 1)
})

it('a sync that is cancelled stops where it is, and what came stays', async () => {
  spotify.fail({ on: 'GET /me/tracks', after: 1, does: { status: 429, retryAfter: 30 } })
  await ana.post('/music/sync-library', { limit: 500 })
  await settled(ana, 'waiting')
  const { body } = await ana.post('/music/sync-library/cancel')
  expect(body.sync).toMatchObject({ state: 'cancelled', done: 50, resumes_at: null })
  const asked = offsets().length
  await letTimePass()
  await until(
    async () => (await sql(`select from graphile_worker._private_jobs where key like 'sync-%'`)).length === 0,
  )
  expect([offsets().length, (await syncOf(ana)).state]).toEqual([asked, 'cancelled'])
  expect((await ana.get('/music/summary')).body.sources.spotify).toBe(500)
})

it('what was agreed to ends: a sync says so, and everything asks to connect again', async () => {
  spotify.fail({ on: 'GET /me/tracks', after: 2, does: { status: 429, retryAfter: 30 } })
  await ana.post('/music/sync-library', { limit: 500 })
  await settled(ana, 'waiting')
  spotify.accounts.expire()
  spotify.accounts.revoke()
  await letTimePass()
  expect(await settled(ana, 'failed')).toMatchObject({
    done: 100,
    message: expect.stringContaining('Connect again'),
  })
  for (const answer of [await ana.get('/music/devices'), await ana.post('/music/sync-library')])
    expect([answer.status, answer.body.code]).toEqual([409, 'provider_reconnect'])
  expect((await ana.get('/connections')).body.items[0].state).toBe('reconnect')
  // her songs are hers still
  expect((await ana.get('/music/summary')).body.sources.spotify).toBe(500)
})

it('connected again it goes on as before', async () => {
  await link(spotify, ana, atSpotify)
  await ana.post('/music/sync-library', { limit: 50 })
  expect(await settled(ana)).toMatchObject({ done: 50, added: 0 })
})

it('unlinked, nothing of it is left but what others have', async () => {
  await link(spotify, bo, createListener('bo', 60))
  await bo.post('/music/sync-library', { limit: 500 })
  expect(await settled(bo)).toMatchObject({ done: 60, added: 60 })
  spotify.fail({ on: 'GET /me/tracks', does: { status: 429, retryAfter: 30 } })
  await ana.post('/music/sync-library', { limit: 500 })
  await settled(ana, 'waiting')
  expect((await ana.delete('/connections/spotify')).status).toBe(204)
  await letTimePass()

  const left = `select
    (select count(*)::int from linked_accounts where person_id = $1) as accounts,
    (select count(*)::int from library_syncs where person_id = $1) as syncs,
    (select count(*)::int from library_entries where person_id = $1) as entries,
    (select count(*)::int from listens where person_id = $1) as listens,
    (select count(*)::int from playlists where person_id = $1 and spotify_id is not null) as sent,
    (select count(*)::int from playlist_tracks i join playlists p on p.id = i.playlist_id where person_id = $1) as listed,
    (select count(*)::int from tracks) as tracks`
  const none = { accounts: 0, syncs: 0, entries: 0, listens: 0, sent: 0, listed: 0 }
  // the songs that Bo has, too
  expect(await sql(left, [ana.id])).toEqual([{ ...none, tracks: 60 }])
  expect((await ana.get('/music/library')).body.items).toEqual([])
  expect(await syncOf(ana)).toBeNull()
  expect((await ana.get('/music/now-playing')).body.code).toBe('provider_not_connected')
  expect((await bo.get('/music/summary')).body.sources.spotify).toBe(60)
  await bo.delete('/connections/spotify')
  expect(await sql(left, [bo.id])).toEqual([{ ...none, tracks: 0 }])
})
