import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { madeUpSetlist, mbidOf, type Providers, startProviders } from '../../../test/providers/index.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let providers: Providers
let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  providers = await startProviders('setlistfm')
  server = await startTestServer(providers.env)
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(async () => {
  expect([providers.refused, providers.untrue]).toEqual([[], []])
  await server.stop()
  await providers.close()
})

let show: { id: string; artist: { id: string } }
let night = 0
/** A night of Ana's of which setlist.fm has the songs, under the id `63de` with its number. */
beforeEach(async () => {
  providers.heal()
  night++
  const day = new Date(Date.UTC(2012, 0, night)).toISOString().slice(0, 10)
  show = await logShow(ana, { artist_name: 'Spinvis', show_date: day })
  providers.world.setlists.push(madeUpSetlist(1000 + night, { mbid: mbidOf(1), name: 'Spinvis' }, day))
})
const idHere = () => `63de${1000 + night}`

const find = (who: Client, id = show.id) => who.get(`/shows/${id}/setlist/found`)
const songs = [{ song_name: 'Bagagedrager' }, { song_name: 'Smalfilm', encore: true }]
const take = (who: Client, more: object = {}, id = show.id, headers = {}) => {
  const body = { provider: 'setlistfm', external_id: idHere(), songs, ...more }
  return who.post(`/shows/${id}/setlist/taken`, body, headers)
}
const setlist = async (id = show.id) =>
  (await ana.get(`/shows/${id}/setlist`)).body.items.map((song: { song_name: string }) => song.song_name)
const links = async (who: Client = ana, id = show.id) =>
  (await who.get(`/shows/${id}/setlist/links`)).body.items.map((link: { url: string }) => link.url)
const asked = () => providers.asked.length

describe('finding a setlist', () => {
  it('gives what was played that night, with whose it is', async () => {
    const { status, body } = await find(ana)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      provider: 'setlistfm',
      result: 'ok',
      attribution: { text: 'setlist.fm', url: 'https://www.setlist.fm' },
      tried: [],
      items: [{ id: idHere(), source: 'setlistfm', show_id: null, artist: { name: 'Spinvis' } }],
    })
    expect(body.items[0].songs.map(({ song_name, encore, set }: never) => [song_name, encore, set])).toEqual([
      ['Bagagedrager', false, 1],
      ['Het voordeel van video', false, 1],
      ['Smalfilm', true, 1],
    ])
    expect(body.items[0].url).toMatch(/^https:\/\/www\.setlist\.fm\//)
  })

  it('is for whoever was there', async () => {
    const before = asked()
    expect((await find(bo)).body.code).toBe('not_an_attendee')
    const hidden = await logShow(ana, { is_public: false, show_date: '2011-01-01' })
    expect((await find(bo, hidden.id)).body.code).toBe('not_found')
    expect((await find(server.stranger)).status).toBe(401)
    expect(asked()).toBe(before)
  })

  it('asks by the artist’s id in MusicBrainz where that is known', async () => {
    await server.app.pool.query('update artists set mbid = $2 where id = $1', [show.artist.id, mbidOf(1)])
    await find(ana)
    expect(providers.asked.at(-1)?.query).toMatchObject({ artistMbid: mbidOf(1) })
    await server.app.pool.query('update artists set mbid = null where id = $1', [show.artist.id])
  })

  it('gives nothing where nothing was played, or nobody wrote it down', async () => {
    const other = await logShow(ana, { show_date: '2023-10-07' })
    expect((await find(ana, other.id)).body).toMatchObject({ result: 'empty', items: [] })
    const unknown = await logShow(ana, { artist_name: 'Nobody At All' })
    expect((await find(ana, unknown.id)).body).toMatchObject({
      provider: 'catalogue',
      result: 'empty',
      tried: [{ provider: 'setlistfm', result: 'empty' }],
    })
  })

  it.each([
    [{ status: 401 }, 'needs_key'],
    [{ status: 429 }, 'quota'],
    [{ status: 503 }, 'unavailable'],
    ['html', 'unavailable'],
  ] as const)('when it answers %j says %s, and the page comes', async (does, result) => {
    providers.fail({ of: 'setlistfm', does, times: 9 })
    const { status, body } = await find(ana)
    expect([status, body]).toMatchObject([200, { result, items: [], attribution: null }])
  })
})

describe('taking a setlist', () => {
  it('writes down the songs that she confirms, and where they are from', async () => {
    const mine = [{ song_name: 'As I remember it' }, ...songs]
    const { status, body } = await take(ana, { songs: mine })
    expect([status, body.items.map((song: { song_name: string }) => song.song_name)]).toEqual([
      200,
      ['As I remember it', 'Bagagedrager', 'Smalfilm'],
    ])
    const { body: kept } = await server.stranger.get(`/shows/${show.id}/setlist/links`)
    expect(kept.items).toEqual([
      {
        provider: 'setlistfm',
        external_id: idHere(),
        version_id: `7be${1000 + night}`,
        url: expect.stringMatching(/^https:\/\/www\.setlist\.fm\/setlist\//),
        attribution: { text: 'setlist.fm', url: 'https://www.setlist.fm' },
        taken_at: expect.any(String),
      },
    ])
    expect((await find(ana)).body.items[0].show_id).toBe(show.id)
    const [revision] = (await ana.get(`/shows/${show.id}/revisions`)).body.items
    expect(revision).toMatchObject({ author: { username: 'ana' }, changes: [{ field: 'setlist' }] })
  })

  it('keeps nothing else of it', async () => {
    await take(ana)
    const { rows } = await server.app.pool.query('select l.* from setlist_links l where show_id = $1', [
      show.id,
    ])
    expect(Object.keys(rows[0]).sort()).toEqual(
      ['external_id', 'provider', 'show_id', 'taken_at', 'url', 'version_id'].sort(),
    )
    const { rows: tables } = await server.app.pool.query(
      `select count(*)::int as n from setlist_songs where show_id = $1 and song_name like '%voordeel%'`,
      [show.id],
    )
    expect(tables[0].n).toBe(0)
  })

  it('is for whoever was there, who alone makes the provider be asked', async () => {
    const before = asked()
    expect((await take(bo)).body.code).toBe('not_an_attendee')
    const hidden = await logShow(ana, { is_public: false, show_date: '2011-01-02' })
    expect((await take(bo, {}, hidden.id)).body.code).toBe('not_found')
    expect([asked(), await setlist()]).toEqual([before, []])
  })

  it('leaves songs that are there, unless told what becomes of them; links go with the songs', async () => {
    await ana.post(`/shows/${show.id}/setlist`, { song_name: 'Mine' })
    expect((await take(ana)).body.code).toBe('setlist_not_empty')
    expect([await setlist(), await links()]).toEqual([['Mine'], []])
    expect((await take(ana, { mode: 'append' })).status).toBe(200)
    expect(await setlist()).toEqual(['Mine', 'Bagagedrager', 'Smalfilm'])
    const first = await links()
    expect(first).toHaveLength(1)
    const other = madeUpSetlist(
      5000 + night,
      { mbid: mbidOf(1), name: 'Spinvis' },
      `2012-01-${String(night).padStart(2, '0')}`,
    )
    providers.world.setlists.push(other)
    await take(ana, { mode: 'append', external_id: other.id })
    expect(await links()).toHaveLength(2)
    await take(ana, { mode: 'replace' })
    expect([await setlist(), await links()]).toEqual([['Bagagedrager', 'Smalfilm'], first])
    await ana.put(`/shows/${show.id}/setlist`, { songs: [] })
    expect(await links()).toEqual([])
  })

  it('by two at once is done once', async () => {
    const answers = await Promise.all([take(ana), take(ana)])
    expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([200, 'setlist_not_empty'])
    expect([await setlist(), (await links()).length]).toEqual([['Bagagedrager', 'Smalfilm'], 1])
  })

  it('56: under one Idempotency-Key is one, also when the provider is gone meanwhile', async () => {
    const key = { 'idempotency-key': `take ${night}` }
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => take(ana, {}, show.id, key)))
    for (const other of others) expect([other.status, other.body]).toEqual([200, first?.body])
    await server.app.pool.query('delete from provider_answers')
    providers.fail({ of: 'setlistfm', does: { status: 503 }, times: 9 })
    expect((await take(ana, {}, show.id, key)).body).toEqual(first?.body)
    providers.heal()
    expect((await take(ana, { mode: 'append' }, show.id, key)).body.code).toBe('idempotency_conflict')
    expect(await setlist()).toHaveLength(2)
  })

  it.each([
    [{ status: 403 }, 'provider_not_configured'],
    [{ status: 429 }, 'provider_quota'],
    ['cut', 'provider_unavailable'],
  ] as const)('when it answers %j is refused: without a link nothing is taken', async (does, code) => {
    providers.fail({ of: 'setlistfm', does, times: 9 })
    const { status, body } = await take(ana)
    expect([status, body.code, await setlist()]).toEqual([409, code, []])
  })

  it.each(['../../1.0/user/ana', '%2e%2e%2f', '..', '.', '63de1?x=1', '63de1#x', '@evil.example/', 'x'])(
    '36: of %j is of nothing, and leads nowhere else',
    async (external_id) => {
      const { status, body } = await take(ana, { external_id })
      expect([status, body.errors?.[0]?.field]).toEqual([422, 'external_id'])
      expect(
        providers.asked.filter(({ path }) => !/^\/1\.0\/(setlist\/[^/]+|search\/setlists)$/.test(path)),
      ).toEqual([])
    },
  )
})

describe('links of two shows that become one', () => {
  it('follow the songs that stay', async () => {
    await take(ana)
    const [link] = await links()
    const other = await logShow(ana, { artist_name: 'Spinviz', show_date: '2010-05-05' })
    await ana.post(`/shows/${other.id}/setlist`, { song_name: 'One alone' })
    expect((await ana.post(`/shows/${show.id}/merge`, { into: other.id })).status).toBe(200)
    expect([await setlist(other.id), await links(ana, other.id)]).toEqual([
      ['Bagagedrager', 'Smalfilm'],
      [link],
    ])
  })

  it('go with those that do not', async () => {
    await take(ana)
    const other = await logShow(ana, { artist_name: 'Spinvjs', show_date: '2010-05-06' })
    const three = ['A', 'B', 'C'].map((song_name) => ({ song_name }))
    await ana.put(`/shows/${other.id}/setlist`, { songs: three })
    await ana.post(`/shows/${show.id}/merge`, { into: other.id })
    expect([await setlist(other.id), await links(ana, other.id)]).toEqual([['A', 'B', 'C'], []])
  })
})

it('without a key nothing is found, and nothing is taken', async () => {
  const plain = await startTestServer()
  try {
    const [cas] = await plain.people('cas')
    const own = await logShow(cas)
    expect((await find(cas, own.id)).body).toMatchObject({
      provider: 'catalogue',
      result: 'needs_key',
      tried: [{ provider: 'setlistfm', result: 'needs_key' }],
      items: [],
    })
    expect((await take(cas, {}, own.id)).body.code).toBe('provider_not_configured')
    expect((await cas.get(`/shows/${own.id}/setlist/links`)).body).toEqual({ items: [] })
  } finally {
    await plain.stop()
  }
})
