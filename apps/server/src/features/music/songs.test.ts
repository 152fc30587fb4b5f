import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { transact } from '../../platform/db/transact.ts'
import { createMusic, type Song } from './feature.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const music = (described: boolean) =>
  createMusic({
    db: server.app.db,
    described,
    rulesOf: () => Promise.reject(new Error('nobody asks')),
    playAtSpotify: async () => null,
    takeOffLists: async () => {},
  })
const song = (n: number): Song => ({
  spotifyId: String(n).padStart(22, '0'),
  title: `Song ${n}`,
  artist: 'Somebody',
  album: null,
  duration: 180,
  artworkUrl: null,
})
const take = (who: Client, songs: Song[], described = true) =>
  transact(server.app.db, (tx) => music(described).takeSongs(tx, who.id, songs))
const count = async (table: string) =>
  Number((await server.app.pool.query(`select count(*) from ${table}`)).rows[0].count)

it('songs are one row for all who have them, and new to each once', async () => {
  expect(await take(ana, [song(1), song(2), song(2)])).toBe(2)
  expect(await take(ana, [song(2), song(3)])).toBe(1)
  const both = await Promise.all([take(bo, [song(3), song(2)]), take(bo, [song(2), song(3)])])
  expect(both.toSorted()).toEqual([0, 2])
  expect(await count('tracks')).toBe(3)
  const { body } = await bo.get('/music/library')
  expect(body.items[0]).toMatchObject({
    source: 'spotify',
    audio_id: null,
    features: { state: 'awaited', valence: null },
  })
})

it('how a song sounds is known to all who have it, and nobody is waited for where there is nobody to ask', async () => {
  const { awaitedSongs, describeSong, start } = music(true)
  const [first, second] = await awaitedSongs(server.app.db, 10)
  const features = { valence: 0.8, energy: 0.8, tempo: 120, danceability: null, acousticness: null }
  const rest = { instrumentalness: null, liveness: null, speechiness: null, loudness: -5 }
  await transact(server.app.db, (tx) => describeSong(tx, first?.id ?? '', { ...features, ...rest }))
  await transact(server.app.db, (tx) => describeSong(tx, second?.id ?? '', null))
  expect((await ana.get('/music/recommendations?mood=happy')).body.items).toMatchObject([
    { track_id: first?.id, spotify_track_id: first?.spotifyId, valence: 0.8 },
  ])
  expect((await ana.get('/music/summary')).body.features).toEqual({ known: 1, awaited: 1, unknown: 1 })
  await music(false).start()
  expect((await ana.get('/music/summary')).body.features).toEqual({ known: 1, awaited: 0, unknown: 2 })
  await start()
  expect((await awaitedSongs(server.app.db, 10)).map(({ title }) => title)).toHaveLength(1)
})

it('without an account there a song is not played, and that is said', async () => {
  const { body } = await ana.get('/music/library?limit=1')
  const answer = await ana.post('/music/play', {
    track_uri: `spotify:track:${body.items[0].spotify_track_id}`,
  })
  expect([answer.status, answer.body.code]).toEqual([409, 'provider_not_configured'])
  const unknown = await ana.post('/music/play', { track_uri: `spotify:track:${'9'.repeat(22)}` })
  expect(unknown.status).toBe(404)
})

it('who lets go of the account keeps no song and no listen, and others keep theirs', async () => {
  const drop = (who: Client) => transact(server.app.db, (tx) => music(true).dropSongs(tx, who.id))
  await drop(ana)
  expect((await ana.get('/music/library')).body.items).toEqual([])
  expect((await bo.get('/music/library')).body.items).toHaveLength(2)
  expect(await count('tracks')).toBe(2)
  await drop(bo)
  expect([await count('tracks'), await count('library_entries')]).toEqual([0, 0])
})
