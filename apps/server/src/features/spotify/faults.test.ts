import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Client } from '../../../test/client.ts'
import { until } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { link } from '../../../test/spotify/link.ts'
import { createListener, type Listener } from '../../../test/spotify/listener.ts'
import { type Fault, type SpotifyStandIn, startSpotify } from '../../../test/spotify/stand-in.ts'

/** Each way in which Spotify can fail, against each thing that is asked of it: always a clear "no", and never ours. */
let spotify: SpotifyStandIn
let server: TestServer
let ana: Client
let atSpotify: Listener
let track: string
let playlist: string
beforeAll(async () => {
  spotify = await startSpotify()
  server = await startTestServer({ ...spotify.env, PROVIDER_TIMEOUT_MS: '2000' })
  ;[ana] = await server.people('ana')
  atSpotify = await link(spotify, ana, createListener('ana', 3))
  await ana.post('/music/sync-library')
  await until(async () => (await sync()).state === 'done')
  track = (await ana.get('/music/library')).body.items[0].id
  playlist = (await ana.post('/playlists', { name: 'A list', track_ids: [track] })).body.id
  expect((await ana.post(`/playlists/${playlist}/spotify`)).status).toBe(200)
})
afterAll(async () => {
  expect(spotify.refused).toEqual([])
  await server.stop()
  await spotify.close()
})
afterEach(async () => {
  spotify.heal()
  await ana.post('/music/sync-library/cancel')
  // what follows finds it well again, as far as the server knows
  expect((await ana.get('/music/devices')).status).toBe(200)
})

const sync = async () => (await ana.get('/music/sync-library')).body.sync

const reads: Record<string, () => Promise<Answer>> = {
  'what plays': () => ana.get('/music/now-playing'),
  'the devices': () => ana.get('/music/devices'),
}
const orders: Record<string, () => Promise<Answer>> = {
  'to play': () => ana.post('/music/play', { track_id: track }),
  'to pause': () => ana.post('/music/pause'),
  'to go on': () => ana.post('/music/resume'),
  'to skip': () => ana.post('/music/next'),
  'to be louder': () => ana.post('/music/volume', { volume: 70 }),
  'to take a playlist': () => ana.post(`/playlists/${playlist}/spotify`),
}
const calls = { ...reads, ...orders }

const always = (does: Fault['does']): Fault => ({ does, times: 100 })
const faults: [string, Fault, string][] = [
  ['that only Premium may', always({ status: 403, reason: 'PREMIUM_REQUIRED' }), 'premium_required'],
  [
    'that she is not on its list',
    always({ status: 403, message: 'User not registered' }),
    'provider_refused',
  ],
  ['that nothing is on', always({ status: 404, reason: 'NO_ACTIVE_DEVICE' }), 'no_active_device'],
  ['that it is too much for now', always({ status: 429, retryAfter: 30 }), 'provider_quota'],
  ['that its quota is used up', always({ status: 429, reason: 'QUOTA_EXCEEDED' }), 'provider_quota'],
  ['that it is broken', always({ status: 500 }), 'provider_unavailable'],
  ['half of it', always('cut'), 'provider_unavailable'],
]

describe.each(faults)('a Spotify that says %s', (_name, fault, code) => {
  it.each(Object.entries(calls))('when asked %s', async (call, ask) => {
    spotify.fail(fault)
    const { status, body } = await ask()
    // which says nothing to what plays nothing
    const aside = call in reads || call === 'to take a playlist'
    const said = aside && /device|premium/.test(code) ? 'provider_refused' : code
    expect([status, body.code]).toEqual([409, said])
    expect(body.message.length).toBeGreaterThan(10)
  })
})

it.each([
  ['what plays', reads],
  ['to pause', orders],
] as const)('what does not come in time is no answer to %s', async (call, asked) => {
  spotify.fail(always('slow'))
  expect((await asked[call]?.())?.body.code).toBe('provider_unavailable')
})

it.each(Object.entries(reads))('what is no JSON is no answer to %s', async (_call, ask) => {
  spotify.fail(always('html'))
  expect((await ask()).body.code).toBe('provider_unavailable')
})

it.each(Object.entries(calls))('a token that is not taken is renewed when asked %s', async (_call, ask) => {
  atSpotify.playing = { uris: [], at: 0, paused: false }
  const before = spotify.accounts.renewals
  spotify.fail({ does: { status: 401, message: 'The access token expired' } })
  expect((await ask()).status).toBeLessThan(300)
  expect(spotify.accounts.renewals).toBe(before + 1)
})

it('is told how long to wait', async () => {
  spotify.fail(always({ status: 429, retryAfter: 30 }))
  expect((await ana.get('/music/devices')).body.retry_after).toBe(30)
})

describe('a sync', () => {
  it.each<[string, Fault['does'], string, RegExp]>([
    ['that only Premium may', { status: 403, reason: 'PREMIUM_REQUIRED' }, 'failed', /refused/],
    ['why', { status: 403, message: 'User not registered' }, 'failed', /Spotify says: User not registered/],
    ['that it is too much for now', { status: 429, retryAfter: 30 }, 'waiting', /wait a moment/],
    ['that its quota is used up', { status: 429, reason: 'QUOTA_EXCEEDED' }, 'failed', /no more questions/],
    ['that it is broken', { status: 500 }, 'waiting', /does not answer/],
    ['nothing for long', 'slow', 'waiting', /does not answer/],
    ['half of it', 'cut', 'waiting', /does not answer/],
    ['what is no JSON', 'html', 'waiting', /does not answer/],
  ])('that is told %s', async (_name, does, state, message) => {
    spotify.fail(always(does))
    await ana.post('/music/sync-library')
    await until(async () => (await sync()).state === state)
    const found = await sync()
    expect(found.message).toMatch(message)
    expect(found.resumes_at === null).toBe(state === 'failed')
  })
})
