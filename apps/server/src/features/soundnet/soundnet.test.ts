import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { until } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import {
  SOUNDNET_KEY,
  type Soundnet,
  says,
  soundnetSpec,
  sounds,
  startSoundnet,
} from '../../../test/soundnet.ts'
import { createApp } from '../../app.ts'
import { readConfig } from '../../platform/config/config.ts'
import { createLog } from '../../platform/log/log.ts'
import { findAwaited, writeFeatures } from '../music/store/songs.ts'
import { createSoundnet } from './feature.ts'

let service: Soundnet
let server: TestServer
let ana: Client
beforeAll(async () => {
  service = await startSoundnet()
  // without a key, and nobody does its jobs
  server = await startTestServer({ ROLE: 'web' })
  ;[ana] = await server.people('ana')
})
afterAll(async () => {
  expect(service.refused).toEqual([])
  await server.stop()
  await service.stop()
})

const sql = async (text: string, values: unknown[] = []) => (await server.app.pool.query(text, values)).rows
const idOf = (number: number) => String(number).padStart(22, '0')

/** So many songs of Ana's that wait to be asked for. */
async function haveSongs(count: number, state = 'awaited') {
  await sql(
    `with given as (
      insert into tracks (id, spotify_id, title, artist, features_state)
        select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, lpad(n::text, 22, '0'), 'Song ' || n, 'Ana', $2 from generate_series(1, $1::int) n
        returning id)
    insert into library_entries (person_id, track_id, source) select $3, id, 'spotify' from given`,
    [count, state, ana.id],
  )
}
const songs = () =>
  sql(`select spotify_id, features_state as state, features_source as source, valence, energy, loudness, e.place
    from tracks t join library_entries e on e.track_id = t.id order by spotify_id`)
const nextJob = async () =>
  (
    await sql(`select payload, extract(epoch from run_at - updated_at)::float8 as seconds
      from graphile_worker._private_jobs where key = 'describe-song'`)
  )[0]

beforeEach(async () => {
  await sql('delete from tracks')
  await sql('delete from provider_turns')
  await sql(`delete from graphile_worker._private_jobs where key = 'describe-song'`)
  service.asked.length = 0
  Object.assign(service.answers, { next: [], always: sounds() })
})

/** Does the job that asks for one song. */
async function ask({ key = SOUNDNET_KEY, aDay = 100, silent = 0 } = {}) {
  const soundnet = createSoundnet({
    db: server.app.db,
    log: createLog('silent'),
    settings: { key, url: service.url, aDay },
    timeoutMs: 2000,
    awaitedSongs: findAwaited,
    describeSong: writeFeatures,
  })
  const { 'describe-song': handler } = soundnet.jobs
  const context = { signal: new AbortController().signal, attempt: 1, lastAttempt: false }
  await handler?.({ silent } as never, { ...context, log: createLog('silent') })
  await soundnet.drain()
}

describe(`a question${soundnetSpec ? '' : ', not held to the description: it is not beside the project'}`, () => {
  it('asks for one song, keeps what is known, and has the next one asked for a second later', async () => {
    await haveSongs(2)
    await ask()
    expect(service.asked).toEqual([idOf(1)])
    expect(await songs()).toMatchObject([
      {
        state: 'known',
        source: 'soundnet',
        valence: 0.7,
        energy: 0.56,
        loudness: -5,
        place: { x: 0.7, y: 0.56 },
      },
      { state: 'awaited', valence: null, place: null },
    ])
    const { seconds } = await nextJob()
    expect(seconds).toBeGreaterThan(0.9)
    await ask()
    await ask()
    expect(service.asked).toEqual([idOf(1), idOf(2)])
  })

  it.each([
    ['what the service does not know is unknown from then on', says(404), { state: 'unknown', source: null }],
    [
      'fields that are missing stay unknown',
      sounds({ happiness: undefined }),
      { valence: null, energy: 0.56 },
    ],
    [
      'without a place in the field it is unknown',
      sounds({ energy: null }),
      { state: 'unknown', place: null },
    ],
  ])('%s', async (_name, answer, kept) => {
    await haveSongs(1)
    service.answers.next = [answer]
    await ask()
    expect(await songs()).toMatchObject([kept])
    await ask()
    expect(service.asked).toHaveLength(1)
  })

  it.each([
    ['a fault of its own', { status: 500, body: '{}' }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['no object', { status: 200, body: 'null' }],
  ])('an answer that is %s leaves the song waiting, and the next one has its turn', async (_name, answer) => {
    await haveSongs(2)
    service.answers.next = [answer]
    await ask()
    expect((await songs()).map(({ state }) => state)).toEqual(['awaited', 'awaited'])
    const { payload, seconds } = await nextJob()
    expect(payload).toEqual({ silent: 1 })
    expect(seconds).toBeGreaterThan(50)
    await ask(payload)
    expect(service.asked).toEqual([idOf(1), idOf(2)])
    expect((await songs()).map(({ state }) => state)).toEqual(['awaited', 'known'])
  })

  it('without an answer three times in a row it is left alone for an hour', async () => {
    await haveSongs(5)
    service.answers.always = { status: 500, body: '{}' }
    for (const silent of [0, 1, 2]) await ask({ silent })
    expect([service.asked.length, (await nextJob()).payload]).toEqual([3, { silent: 2 }])
  })
})

describe('a day', () => {
  it('has as many questions as the operator allows', async () => {
    await haveSongs(5)
    for (let n = 0; n < 5; n++) await ask({ aDay: 3 })
    expect(service.asked).toHaveLength(3)
    // and tomorrow as many again
    await sql('update provider_turns set day = day - 1')
    await ask({ aDay: 3 })
    expect(service.asked).toHaveLength(4)
  })

  it('ends at the second "too much" in a row, the first is waited for', async () => {
    await haveSongs(3)
    service.answers.next = [says(429), sounds(), says(429, { 'retry-after': '7' }), says(429)]
    await ask()
    expect((await nextJob()).seconds).toBeGreaterThan(50)
    await ask()
    await ask()
    const { seconds } = await nextJob()
    expect([seconds > 6.9, seconds < 50]).toEqual([true, true])
    await ask()
    await ask()
    expect(service.asked).toHaveLength(4)
    expect(await sql('select over from provider_turns')).toEqual([{ over: true }])
    expect((await songs()).map(({ state }) => state)).toEqual(['known', 'awaited', 'awaited'])
  })

  it.each([
    ['to a "too much" that means hours', says(429, { 'retry-after': '86400' }), SOUNDNET_KEY],
    ['where the key is not taken', says(403), 'another-key'],
  ])('ends at once %s', async (_name, answer, key) => {
    await haveSongs(1)
    service.answers.next = [answer]
    await ask({ key })
    const asked = service.asked.length
    await ask()
    expect(service.asked).toHaveLength(asked)
    expect(await songs()).toMatchObject([{ state: 'awaited' }])
  })
})

it('songs that came while there was no key are asked for once there is one', async () => {
  await haveSongs(1, 'unknown')
  const config = readConfig({
    ...{ PORT: '0', DATA_DIR: server.dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'silent', MODELS_URL: 'off' },
    ...{ ANALYSES_AT_ONCE: '0', SOUNDNET_KEY, SOUNDNET_URL: service.url },
  })
  const app = await createApp(config, server.databaseUrl, createLog('silent'))
  const features = async () => (await ana.get('/music/library')).body.items[0].features
  expect((await features()).source).toBe(null)
  await app.start()
  await until(async () => (await features()).state === 'known')
  expect(await features()).toMatchObject({ source: 'soundnet', valence: 0.7, tempo: 115, loudness: -5 })
  await app.close()
})
