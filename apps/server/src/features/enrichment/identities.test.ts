import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { mbidOf, type Providers, startProviders } from '../../../test/providers/index.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let providers: Providers
let server: TestServer
let ana: Client
let bo: Client
let mo: Client
beforeAll(async () => {
  providers = await startProviders('musicbrainz')
  server = await startTestServer(providers.env)
  ;[ana, bo, mo] = await server.people('ana', 'bo', 'mo')
  await appoint(server, 'moderator', mo)
})
afterAll(async () => {
  await server.stop()
  await providers.close()
})

let artist: string
let show: string
let nights = 0
beforeEach(async () => {
  providers.heal()
  nights++
  const night = await logShow(ana, { artist_name: `Spinvis ${nights}`, show_date: '2018-03-02' })
  ;[artist, show] = [night.artist.id, night.id]
})

const SPINVIS = mbidOf(1)
const confirm = (who: Client, mbid: string | null, id = artist) =>
  who.put(`/artists/${id}/identity`, { mbid })
const identity = async (who: Client = ana, id = artist) => (await who.get(`/artists/${id}/identity`)).body
const nobody = { disambiguation: null, image: null, url: null }

describe('finding who an artist is', () => {
  it('gives candidates that can be told apart, and those who are here already', async () => {
    const one = (await logShow(ana, { artist_name: 'Spinvis' })).artist.id
    expect((await confirm(ana, SPINVIS, one)).status).toBe(200)
    const { status, body } = await bo.get(`/artists/${one}/found`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      provider: 'musicbrainz',
      result: 'ok',
      attribution: { text: 'MusicBrainz' },
      items: [
        {
          artist_id: one,
          name: 'Spinvis',
          mbid: SPINVIS,
          disambiguation: 'Dutch singer-songwriter',
          url: `https://musicbrainz.org/artist/${SPINVIS}`,
        },
        { name: 'Spinvis Coverband', artist_id: null },
      ],
    })
  })

  it('is not for those who see no show of hers, nor without an account', async () => {
    const hidden = await logShow(ana, { artist_name: 'Hidden act', is_public: false })
    const before = providers.asked.length
    expect((await bo.get(`/artists/${hidden.artist.id}/found`)).body.code).toBe('not_found')
    expect((await bo.get(`/artists/${hidden.artist.id}/identity`)).body.code).toBe('not_found')
    expect((await confirm(bo, SPINVIS, hidden.artist.id)).body.code).toBe('not_found')
    expect((await confirm(mo, SPINVIS, hidden.artist.id)).body.code).toBe('not_found')
    expect((await server.stranger.get(`/artists/${artist}/found`)).status).toBe(401)
    expect(providers.asked.length).toBe(before)
  })

  it('says why it found nobody', async () => {
    providers.fail({ of: 'musicbrainz', does: 'html', times: 9 })
    expect((await ana.get(`/artists/${artist}/found`)).body).toMatchObject({
      provider: 'catalogue',
      result: 'unavailable',
      tried: [{ provider: 'musicbrainz', result: 'unavailable' }],
      items: [],
    })
  })
})

describe('saying who an artist is', () => {
  it('writes down the id, what tells her apart, and the first album that has a cover', async () => {
    expect(await identity(server.stranger)).toMatchObject({ artist: { id: artist, mbid: null }, ...nobody })
    const { status, body } = await confirm(ana, SPINVIS.toUpperCase())
    expect(status).toBe(200)
    expect(body).toEqual({
      artist: { id: artist, name: `Spinvis ${nights}`, mbid: SPINVIS },
      disambiguation: 'Dutch singer-songwriter',
      image: {
        url: `${providers.env.COVER_ART_URL}/release-group/${mbidOf(103)}/front-250`,
        title: 'Dagen van gras, dagen van stro',
        link: `https://musicbrainz.org/release-group/${mbidOf(103)}`,
        attribution: { text: 'Cover Art Archive', url: 'https://coverartarchive.org' },
      },
      url: `https://musicbrainz.org/artist/${SPINVIS}`,
    })
    expect(await identity(server.stranger)).toEqual(body)
    expect((await bo.get(`/artists/${artist}`)).body.mbid).toBe(SPINVIS)
  })

  it('is a change of a shared fact, told with the show, and can be put back', async () => {
    await confirm(ana, SPINVIS)
    await confirm(ana, SPINVIS)
    await confirm(ana, null)
    expect(await identity()).toMatchObject({ artist: { mbid: null }, ...nobody })
    const said = { author: { username: 'ana' }, subject: 'artist', subject_id: artist }
    const steps = [
      { ...said, changes: [{ field: 'mbid', before: SPINVIS, after: null }] },
      { ...said, changes: [{ field: 'mbid', before: null, after: SPINVIS }] },
    ]
    expect((await bo.get(`/artists/${artist}/revisions`)).body.items).toMatchObject(steps)
    const { items } = (await bo.get(`/shows/${show}/revisions`)).body
    expect(items.slice(0, 2)).toMatchObject(steps)
    const putBack = (who: Client, id: string) => who.post(`/shows/${show}/revisions/${id}/revert`)
    expect((await putBack(bo, items[0].id)).body.code).toBe('not_an_attendee')
    expect((await putBack(ana, items[1].id)).body.code).toBe('changed_since')
    expect((await putBack(ana, items[0].id)).status).toBe(200)
    expect(await identity()).toMatchObject({ artist: { mbid: SPINVIS }, image: null, disambiguation: null })
    const [latest] = (await bo.get(`/shows/${show}/revisions`)).body.items
    expect(latest).toMatchObject({ kind: 'revert', reverts: items[0].id })
    // its words and its cover come with saying it anew
    expect((await confirm(ana, SPINVIS)).body.disambiguation).toBe('Dutch singer-songwriter')
  })

  it('is for whoever was at a show of hers, and for moderators', async () => {
    const before = providers.asked.length
    expect((await confirm(bo, SPINVIS)).body.code).toBe('not_an_attendee')
    expect((await confirm(bo, null)).body.code).toBe('not_an_attendee')
    expect(providers.asked.length).toBe(before)
    expect((await confirm(mo, SPINVIS)).status).toBe(200)
    await logShow(bo, { artist_name: 'Other', support: [`Spinvis ${nights}`], show_date: '2018-04-02' })
    expect((await confirm(bo, null)).status).toBe(200)
  })

  it('is refused where MusicBrainz knows nobody, or does not answer; nothing is changed', async () => {
    await confirm(ana, SPINVIS)
    const unknown = await confirm(ana, mbidOf(999))
    expect([unknown.status, unknown.body.errors[0].field]).toEqual([422, 'mbid'])
    for (const [does, code] of [
      [{ status: 503 }, 'provider_quota'],
      ['cut', 'provider_unavailable'],
    ] as const) {
      await server.app.pool.query('delete from provider_answers')
      providers.fail({ of: 'musicbrainz', does, times: 9 })
      expect((await confirm(ana, mbidOf(2))).body.code).toBe(code)
      providers.heal()
      await server.app.pool.query('update provider_turns set next_at = now()')
    }
    expect((await identity()).artist.mbid).toBe(SPINVIS)
  })

  it('needs no cover', async () => {
    await server.app.pool.query('delete from provider_answers')
    providers.fail({ of: 'coverart', does: { status: 503 }, times: 99 })
    const { status, body } = await confirm(ana, SPINVIS)
    expect([status, body.image, body.artist.mbid]).toEqual([200, null, SPINVIS])
  })

  it('of two who are one there suggests to merge them; the one that stays has both’s', async () => {
    const other = (await logShow(ana, { artist_name: `Erik de Jong ${nights}` })).artist.id
    await confirm(ana, SPINVIS)
    await confirm(ana, SPINVIS, other)
    const { items } = (await ana.get(`/artists/${other}/duplicates`)).body
    expect(items.find((item: { artist: { id: string } }) => item.artist.id === artist)).toMatchObject({
      reason: 'same_identity',
      may_merge: true,
    })
    await confirm(ana, null, other)
    expect((await ana.post(`/artists/${artist}/merge`, { into: other })).status).toBe(200)
    expect(await identity(ana, other)).toMatchObject({
      artist: { id: other, mbid: SPINVIS },
      disambiguation: 'Dutch singer-songwriter',
      image: { title: 'Dagen van gras, dagen van stro' },
    })
    for (const path of ['identity', 'found']) {
      const answer = await fetch(`${server.url}/api/v1/artists/${artist}/${path}`, {
        redirect: 'manual',
        headers: { authorization: `Bearer ${ana.token}` },
      })
      expect([answer.status, answer.headers.get('location')]).toEqual([
        308,
        `/api/v1/artists/${other}/${path}`,
      ])
    }
    expect((await confirm(ana, SPINVIS, artist)).body.code).toBe('not_found')
  })
})

it('the page may show covers, from there alone', async () => {
  const policy = (await fetch(server.url)).headers.get('content-security-policy')
  expect(policy).toContain(` ${new URL(providers.url).origin} https://archive.org https://*.us.archive.org `)
})

it('without MusicBrainz nobody is found or confirmed, and what was said before is kept without a cover', async () => {
  await confirm(ana, SPINVIS)
  const plain = await startTestServer()
  try {
    const [cas] = await plain.people('cas')
    const id = (await logShow(cas)).artist.id
    await plain.app.pool.query(
      'update artists set mbid = $2, cover_group = $2, cover_title = $3 where id = $1',
      [id, SPINVIS, 'An album'],
    )
    expect(await identity(cas, id)).toMatchObject({ artist: { mbid: SPINVIS }, image: null })
    expect((await cas.get(`/artists/${id}/found`)).body).toMatchObject({
      provider: 'catalogue',
      result: 'needs_key',
      items: [],
    })
    expect((await confirm(cas, mbidOf(2), id)).body.code).toBe('provider_not_configured')
    expect((await confirm(cas, null, id)).status).toBe(200)
    const policy = (await fetch(plain.url)).headers.get('content-security-policy')
    expect(policy).not.toContain('archive.org')
  } finally {
    await plain.stop()
  }
})
