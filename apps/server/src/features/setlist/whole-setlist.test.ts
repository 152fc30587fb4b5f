import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

type Song = { id: string; song_name: string; song_order: number; encore: boolean; set: number }
let nights = 0
const night = async (songs: object[] = [], show: object = {}, who = ana): Promise<string> => {
  const show_date = new Date(Date.UTC(2018, 0, 1 + nights++)).toISOString().slice(0, 10)
  const { id } = await logShow(who, { artist_name: 'Spinvis', show_date, ...show })
  if (songs.length > 0) expect((await who.post(`/shows/${id}/setlist/songs`, { songs })).status).toBe(201)
  return id
}
const named = (...names: string[]) => names.map((song_name) => ({ song_name }))
const songsOf = async (id: string): Promise<Song[]> => (await ana.get(`/shows/${id}/setlist`)).body.items
const read = async (id: string) =>
  (await songsOf(id)).map(
    (song) => `${song.song_order} ${song.song_name} ${song.encore ? 'E' : 'S'}${song.set}`,
  )
const idsOf = async (id: string) => (await songsOf(id)).map((song) => song.id)

const helpless = {
  song_name: 'Helpless',
  artist_name: 'De Kift',
  cover_of: 'Neil Young',
  guest: 'Phoebe Bridgers',
  tape: true,
  notes: 'acoustic',
  encore: true,
  set: 2,
}

describe('what is said of a song', () => {
  it('is kept and changed field by field', async () => {
    const id = await night()
    const { status, body } = await ana.post(`/shows/${id}/setlist`, helpless)
    expect([status, body]).toMatchObject([201, helpless])
    const path = `/shows/${id}/setlist/${body.id}`
    const emptied = { guest: null, cover_of: null, tape: false }
    expect((await ana.put(path, emptied)).body).toMatchObject({ ...helpless, ...emptied })
    expect((await ana.put(path, { set: 1 })).body).toMatchObject({ encore: true, set: 1 })
  })

  it('is plain for those who know only main set and encore', async () => {
    const id = await night()
    const plain = { set: 1, cover_of: null, guest: null, tape: false }
    const first = await ana.post(`/shows/${id}/setlist`, { song_name: 'a' })
    expect(first.body).toMatchObject(plain)
    await ana.post(`/shows/${id}/setlist`, { song_name: 'b', set: 2 })
    await ana.post(`/shows/${id}/setlist`, { song_name: 'c' })
    await ana.post(`/shows/${id}/setlist`, { song_name: 'd', encore: true })
    expect(await read(id)).toEqual(['1 a S1', '2 b S2', '3 c S2', '4 d E1'])
    const [, , c] = await idsOf(id)
    await ana.put(`/shows/${id}/setlist/${c}`, { encore: true })
    await ana.put(`/shows/${id}/setlist/${c}`, { encore: false })
    expect(await read(id)).toEqual(['1 a S1', '2 b S2', '3 c S2', '4 d E1'])
  })

  it.each([
    [{ song_name: 'x', set: 0 }, 'set'],
    [{ song_name: 'x', set: 10 }, 'set'],
    [{ song_name: 'x', cover_of: 'x'.repeat(301) }, 'cover_of'],
    [{ song_name: 'x', tape: 'yes' }, 'tape'],
  ])('is refused as %o', async (song, field) => {
    const { status, body } = await ana.post(`/shows/${await night()}/setlist`, song)
    expect([status, body.errors]).toMatchObject([422, [{ field }]])
  })
})

describe('a new order', () => {
  const four = [...named('a', 'b'), { song_name: 'c', set: 2 }, { song_name: 'd', encore: true }]

  it('moves songs across sets and the encore line in one request', async () => {
    const id = await night(four)
    const [a, b, c, d] = await idsOf(id)
    const songs = [{ id: b }, { id: c, encore: true }, { id: a, encore: true, set: 2 }, { id: d, set: 2 }]
    const { status, body } = await ana.patch(`/shows/${id}/setlist`, { songs })
    expect([status, body.items.length]).toEqual([200, 4])
    expect(await read(id)).toEqual(['1 b S1', '2 c E1', '3 a E2', '4 d E2'])
    await ana.patch(`/shows/${id}/setlist`, { order: [d, a, b, c] })
    expect(await read(id)).toEqual(['1 d E2', '2 a E2', '3 b S1', '4 c E1'])
  })

  it('is sent one way, and of the songs there are', async () => {
    const id = await night(four)
    const [a, b, c, d] = await idsOf(id)
    const patch = (body: object) => ana.patch(`/shows/${id}/setlist`, body)
    for (const body of [{}, { order: [a], songs: [{ id: a }] }, { songs: [{ id: a, position: 1 }] }])
      expect((await patch(body)).status).toBe(422)
    for (const ids of [
      [a, b, c],
      [a, b, c, d, d],
      [a, a, b, c],
    ]) {
      const { status, body } = await patch({ songs: ids.map((one) => ({ id: one })) })
      expect([status, body.code]).toEqual([409, 'order_outdated'])
    }
    expect(await read(id)).toEqual(['1 a S1', '2 b S1', '3 c S2', '4 d E1'])
  })

  it('wins whole when twenty come at once, never mixed with another', async () => {
    const id = await night(named(...'abcdefghij'))
    const ids = await idsOf(id)
    const orders = Array.from({ length: 20 }, (_, n) =>
      [...ids.slice(n % 10), ...ids.slice(0, n % 10)].map((song, i) => ({
        id: song,
        encore: i > n % 7,
        set: 1 + (n % 9),
      })),
    )
    const answers = await Promise.all(orders.map((songs) => ana.patch(`/shows/${id}/setlist`, { songs })))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    const after = (await songsOf(id)).map(({ id: song, encore, set }) => ({ id: song, encore, set }))
    expect(orders).toContainEqual(after)
    // each answer is the order that was sent, not one of the others
    const answered = answers.map(({ body }) => body.items.map(({ id: song }: Song) => song))
    expect(answered).toEqual(orders.map((songs) => songs.map(({ id: song }) => song)))
  })

  it('and an addition at the same moment leave a whole list', async () => {
    const id = await night(named('a', 'b', 'c'))
    const ids = await idsOf(id)
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => ana.patch(`/shows/${id}/setlist`, { order: ids.toReversed() })),
      ...Array.from({ length: 10 }, (_, n) => ana.post(`/shows/${id}/setlist`, { song_name: `new ${n}` })),
    ])
    expect(answers.every(({ status }) => [200, 201, 409].includes(status))).toBe(true)
    const places = (await songsOf(id)).map((song) => song.song_order)
    expect(places).toEqual(Array.from({ length: 13 }, (_, n) => n + 1))
  })
})

describe('many songs at once', () => {
  it('are added at the end or in between, in their order', async () => {
    const id = await night(named('a', 'b'))
    const { status, body } = await ana.post(`/shows/${id}/setlist/songs`, {
      songs: [...named('x'), { song_name: 'y', set: 2 }, ...named('z')],
      song_order: 2,
    })
    expect([status, body.items.map((song: Song) => song.song_order)]).toEqual([201, [2, 3, 4]])
    expect(await read(id)).toEqual(['1 a S1', '2 x S1', '3 y S2', '4 z S2', '5 b S1'])
  })

  it('are added all or none, 200 at most and 1000 in all', async () => {
    const id = await night()
    const add = (count: number) =>
      ana.post(`/shows/${id}/setlist/songs`, {
        songs: Array.from({ length: count }, (_, n) => ({ song_name: `${n}` })),
      })
    expect((await add(0)).status).toBe(422)
    expect((await add(201)).status).toBe(422)
    expect((await ana.post(`/shows/${id}/setlist/songs`, { songs: [...named('a'), {}] })).status).toBe(422)
    expect(await read(id)).toEqual([])
    for (let n = 0; n < 4; n++) expect((await add(200)).status).toBe(201)
    expect((await add(199)).status).toBe(201)
    expect((await add(2)).body.errors).toEqual([
      { field: 'songs', message: 'A setlist holds 1000 songs at most' },
    ])
    expect((await add(1)).status).toBe(201)
    expect((await ana.post(`/shows/${id}/setlist`, { song_name: 'x' })).status).toBe(422)
    expect((await songsOf(id)).length).toBe(1000)
  })

  it('are added once by their Idempotency-Key', async () => {
    const id = await night()
    const add = (...names: string[]) =>
      ana.post(
        `/shows/${id}/setlist/songs`,
        { songs: named(...names) },
        { 'idempotency-key': `songs of ${id}` },
      )
    const answers = await Promise.all(Array.from({ length: 20 }, () => add('a', 'b')))
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
    expect((await add('c')).status).toBe(409)
    expect(await read(id)).toEqual(['1 a S1', '2 b S1'])
  })

  it('from twenty people at once keep their places', async () => {
    const id = await night()
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        ana.post(`/shows/${id}/setlist/songs`, { songs: named(`${n}a`, `${n}b`) }),
      ),
    )
    const songs = await songsOf(id)
    expect(songs.map((song) => song.song_order)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
    for (const [n, song] of songs.entries())
      if (n % 2 === 0) expect(songs[n + 1]?.song_name).toBe(song.song_name.replace('a', 'b'))
  })
})

describe('a list written anew', () => {
  it('keeps the songs it names, adds and removes', async () => {
    const id = await night([...named('a', 'b'), helpless])
    const [a, b, c] = await songsOf(id)
    const songs = [{ id: c?.id }, { song_name: 'new', encore: true }, { id: a?.id }]
    const now = [a?.id, b?.id, c?.id]
    const { status, body } = await ana.put(`/shows/${id}/setlist`, { songs, instead_of: now })
    expect(status).toBe(200)
    expect(body.items).toMatchObject([
      { ...helpless, id: c?.id, song_order: 1 },
      { song_name: 'new', encore: true, set: 2 },
      { id: a?.id, song_name: 'a', song_order: 3 },
    ])
    expect((await ana.put(`/shows/${id}/setlist`, { songs: [] })).body.items).toEqual([])
  })

  it('is refused instead of another list, and with songs that are not there', async () => {
    const id = await night(named('a', 'b'))
    const [a, b] = await idsOf(id)
    const other = (await idsOf(await night(named('x'))))[0]
    const put = (body: object) => ana.put(`/shows/${id}/setlist`, body)
    for (const body of [
      { songs: [], instead_of: [b, a] },
      { songs: [], instead_of: [a] },
      { songs: [{ id: other }] },
    ]) {
      const refused = await put(body)
      expect([refused.status, refused.body.code]).toEqual([409, 'order_outdated'])
    }
    expect((await put({ songs: [{ id: a }, { id: a }] })).status).toBe(422)
    expect((await put({ songs: [{ id: a, song_name: 'x' }] })).status).toBe(422)
    expect(await read(id)).toEqual(['1 a S1', '2 b S1'])
  })
})

describe('copying', () => {
  it('takes everything of another night', async () => {
    const from = await night([...named('a'), helpless])
    const into = await night()
    const { status, body } = await ana.post(`/shows/${into}/setlist/copy`, { from_show_id: from })
    expect([status, body.items]).toMatchObject([200, [{ song_name: 'a', artist_name: 'Spinvis' }, helpless]])
    expect(await read(from)).toEqual(['1 a S1', '2 Helpless E2'])
  })

  it('says whose songs they are on another’s night', async () => {
    const from = await night([...named('a'), { song_name: 'b', artist_name: 'De Kift' }])
    const into = await night([], { artist_name: 'De Kift' })
    const { body } = await ana.post(`/shows/${into}/setlist/copy`, { from_show_id: from })
    expect(body.items.map((song: { artist_name: string }) => song.artist_name)).toEqual([
      'Spinvis',
      'De Kift',
    ])
    await ana.patch(`/shows/${into}`, { artist_name: 'Erik de Jong' })
    expect((await ana.get(`/shows/${into}/setlist`)).body.items[1].artist_name).toBe('Erik de Jong')
  })

  it('asks what becomes of songs that are there', async () => {
    const from = await night(named('a', 'b'))
    const into = await night(named('x'))
    const copy = (mode?: string) => ana.post(`/shows/${into}/setlist/copy`, { from_show_id: from, mode })
    const refused = await copy()
    expect([refused.status, refused.body.code]).toEqual([409, 'setlist_not_empty'])
    await copy('append')
    expect(await read(into)).toEqual(['1 x S1', '2 a S1', '3 b S1'])
    await copy('replace')
    expect(await read(into)).toEqual(['1 a S1', '2 b S1'])
    expect(
      (await ana.post(`/shows/${into}/setlist/copy`, { from_show_id: into, mode: 'append' })).status,
    ).toBe(422)
  })

  it('fills an empty list once when twenty ask at once', async () => {
    const from = await night(named('a', 'b'))
    const into = await night()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ana.post(`/shows/${into}/setlist/copy`, { from_show_id: from })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await read(into)).toEqual(['1 a S1', '2 b S1'])
  })

  it('18 finds nothing of a night that is hidden', async () => {
    const hidden = await night(named('secret'), { is_public: false })
    const into = await night([], {}, bo)
    expect((await bo.post(`/shows/${into}/setlist/copy`, { from_show_id: hidden })).status).toBe(404)
    expect((await bo.get(`/shows/${into}/setlist/sources`)).status).toBe(200)
    expect(JSON.stringify((await bo.get(`/shows/${into}/setlist/sources`)).body)).not.toContain('secret')
    expect((await bo.get(`/shows/${hidden}/setlist/sources`)).status).toBe(404)
  })
})

describe('nights to copy from', () => {
  const artist_name = 'The Lamplighters'
  const on = (show_date: string, songs: string[], more: object = {}, who = ana) =>
    night(named(...songs), { artist_name, show_date, ...more }, who)
  const sources = async (who: Client, id: string) =>
    (await who.get(`/shows/${id}/setlist/sources`)).body.items as { show_id: string }[]

  it('are the same day’s first, then the nearest on both sides', async () => {
    const here = await on('2021-05-10', [])
    const late = await on('2021-06-30', ['f'])
    const before = await on('2021-05-08', ['d', 'e'])
    const after = await on('2021-05-11', ['c'])
    const same = await on('2021-05-10', ['a', 'b', 'c', 'd'], { venue_name: 'Town Hall' })
    await on('2021-05-12', [])
    await on('2021-05-10', ['x'], { artist_name: 'Others', venue_name: 'Elsewhere' })
    const found = await sources(ana, here)
    expect(found.map((source) => source.show_id)).toEqual([same, after, before, late])
    expect(found[0]).toEqual({
      show_id: same,
      artist_name,
      venue_name: 'Town Hall',
      venue_city: 'Utrecht',
      show_date: '2021-05-10',
      same_day: true,
      songs: 4,
      first_songs: ['a', 'b', 'c'],
    })
    expect(found[1]).toMatchObject({ same_day: false, songs: 1, first_songs: ['c'] })
  })

  it('24 are only those that the viewer sees', async () => {
    const here = await on('2022-05-10', [], { artist_name: 'Harbour Lights' })
    await on('2022-05-11', ['a'], { artist_name: 'Harbour Lights', is_public: false })
    expect(await sources(ana, here)).toHaveLength(1)
    expect(await sources(bo, here)).toEqual([])
    expect((await server.stranger.get(`/shows/${here}/setlist/sources`)).status).toBe(401)
  })
})

it('a whole list is edited by those who attend', async () => {
  const id = await night(named('a'))
  const from = await night(named('b'))
  const attempts = (who: Client) =>
    Promise.all([
      who.post(`/shows/${id}/setlist/songs`, { songs: named('x') }),
      who.put(`/shows/${id}/setlist`, { songs: [] }),
      who.post(`/shows/${id}/setlist/copy`, { from_show_id: from, mode: 'append' }),
    ])
  for (const { status, body } of await attempts(bo))
    expect([status, body.code]).toEqual([403, 'not_an_attendee'])
  for (const { status } of await attempts(server.stranger)) expect(status).toBe(401)
  expect(await read(id)).toEqual(['1 a S1'])
})
