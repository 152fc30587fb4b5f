import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { addTrack } from '../../../test/tracks.ts'

let server: TestServer
let ana: Client
let bo: Client
let tracks: { id: string; audio: string }[]
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
  tracks = []
  for (const title of ['One', 'Two', 'Three', 'Four'])
    tracks.push(await addTrack(server, ana, { title, artist: 'Her' }))
})
afterAll(() => server.stop())

const of = (...numbers: number[]) => numbers.map((n) => tracks[n - 1]?.id ?? '')
const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name)
const make = async (name: string, ...numbers: number[]) =>
  (await ana.post('/playlists', { name, track_ids: of(...numbers) })).body

describe('a playlist', () => {
  it('keeps its order, takes additions once, and is read with how long it is', async () => {
    const made = await ana.post('/playlists', { name: 'Nights', track_ids: of(3, 1, 3) })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      name: 'Nights',
      tracks: 2,
      duration: 400,
      mood: null,
      spotify_url: null,
    })
    const path = `/playlists/${made.body.id}`
    expect(names((await ana.put(path, { track_ids: of(1, 2, 3) })).body)).toEqual(['One', 'Two', 'Three'])
    expect(names((await ana.put(path, { track_ids: of(3, 2, 1) })).body)).toEqual(['Three', 'Two', 'One'])
    expect(names((await ana.post(`${path}/tracks`, { track_ids: of(2, 4) })).body)).toEqual([
      ...['Three', 'Two', 'One', 'Four'],
    ])
    const renamed = await ana.put(path, { name: 'Days', description: 'All of them' })
    expect(renamed.body).toMatchObject({ name: 'Days', description: 'All of them', tracks: 4 })
    expect((await ana.get(path)).body).toEqual(renamed.body)
    expect((await ana.delete(path)).status).toBe(204)
    expect((await ana.get(path)).status).toBe(404)
    expect((await ana.get('/music/library')).body.items).toHaveLength(4)
  })

  it('is not written over by a change that was made on an older one', async () => {
    const { id, updated_at } = await make('Race', 1, 2)
    const changes = await Promise.all(
      [of(2, 1), of(1), of(2)].map((track_ids) =>
        ana.put(`/playlists/${id}`, { track_ids, base: updated_at }),
      ),
    )
    expect(changes.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const kept = changes.find(({ status }) => status === 200)?.body
    expect((await ana.get(`/playlists/${id}`)).body).toEqual(kept)
    expect(kept.updated_at > updated_at).toBe(true)
    const late = await ana.put(`/playlists/${id}`, { name: 'Late', base: updated_at })
    expect([late.status, late.body.code]).toEqual([409, 'changed_since'])
  })

  it('loses a recording that is deleted, and has it again in its place when it is restored', async () => {
    const { id } = await make('Whole', 1, 2, 3)
    await ana.delete(`/audio/${tracks[1]?.audio}`)
    expect((await ana.get(`/playlists/${id}`)).body).toMatchObject({
      tracks: 2,
      items: [{ name: 'One' }, { name: 'Three' }],
    })
    await ana.post(`/audio/${tracks[1]?.audio}/restore`)
    expect(names((await ana.get(`/playlists/${id}`)).body)).toEqual(['One', 'Two', 'Three'])
  })

  it('18: is nobody else’s, and holds nobody else’s tracks', async () => {
    const { id } = await make('Mine', 1)
    const theirs = await addTrack(server, bo, { title: 'His' })
    for (const answer of [
      await bo.get(`/playlists/${id}`),
      await bo.get(`/playlists/${id}/m3u`),
      await bo.put(`/playlists/${id}`, { name: 'x' }),
      await bo.post(`/playlists/${id}/tracks`, { track_ids: [theirs.id] }),
      await bo.delete(`/playlists/${id}`),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found'])
    for (const answer of [
      await ana.put(`/playlists/${id}`, { track_ids: [...of(1), theirs.id] }),
      await ana.post(`/playlists/${id}/tracks`, { track_ids: [theirs.id] }),
    ])
      expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, 'track_ids'])
    expect((await bo.get('/playlists')).body.items).toEqual([])
  })

  it('is made of what was heard in a mood, the most played first', async () => {
    for (const [n, seconds, mood] of [
      [1, 40, 'happy'],
      [2, 200, 'happy'],
      [2, 200, 'happy'],
      [3, 5, 'happy'],
      [4, 200, 'sad'],
    ] as const) {
      const { body } = await ana.post('/music/play', { track_id: of(n)[0], mood })
      await ana.patch(`/music/listens/${body.listen.id}`, { seconds })
      await server.app.pool.query(
        `update listens set played_at = played_at - interval '1 minute' where person_id = $1`,
        [ana.id],
      )
    }
    const { body } = await ana.post('/playlists', { name: 'Bright', from: { mood: 'happy' } })
    expect([body.mood, names(body)]).toEqual(['happy', ['Two', 'One']])
    const both = await ana.post('/playlists', { name: 'x', from: { mood: 'happy' }, track_ids: [] })
    expect(both.status).toBe(422)
  })

  it('is to be had for another player', async () => {
    const { id } = await make('Für “alle”', 1)
    const { body, headers } = await ana.get(`/playlists/${id}/m3u`)
    expect(String(body)).toBe('#EXTM3U\n#PLAYLIST:Für “alle”\n#EXTINF:200,Her - One\ntake 1.flac\n')
    expect(headers.get('content-type')).toBe('audio/x-mpegurl; charset=utf-8')
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''F%C3%BCr%20%E2%80%9Calle%E2%80%9D.m3u8`,
    )
  })

  it('is one of at most two hundred, and the last of these cannot be had twice', async () => {
    await server.app.pool.query(
      `insert into playlists (id, person_id, name) select gen_random_uuid(), $1, 'filler' from generate_series(1, 199)`,
      [bo.id],
    )
    const answers = await Promise.all([1, 2, 3].map(() => bo.post('/playlists', { name: 'The last' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    const { body } = await bo.get('/playlists?limit=100')
    const rest = await bo.get(`/playlists?limit=100&cursor=${body.next_cursor}`)
    const all = [...body.items, ...rest.body.items].map(({ id }: { id: string }) => id)
    expect([new Set(all).size, body.items[0].name, rest.body.next_cursor]).toEqual([200, 'The last', null])
  })
})
