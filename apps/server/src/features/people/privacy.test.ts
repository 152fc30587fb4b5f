import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { addPhoto } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

const MARK = 'quietude'

let server: TestServer
let ana: Client
let friend: Client
let other: Client
let show: string
beforeAll(async () => {
  server = await startTestServer({ PUBLIC_URL: 'https://shows.example.org' })
  ;[ana, friend, other] = await server.people('ana', 'friend', 'other')
  for (const [from, to] of [
    [ana, friend],
    [friend, ana],
  ] as const) {
    await server.app.pool.query(
      "insert into relationships (from_id, to_id, kind) values ($1, $2, 'friend')",
      [from.id, to.id],
    )
  }
  await ana.patch('/users/me', { bio: MARK, home_city: MARK })
  show = (await logShow(ana, { artist_name: 'Spinvis' })).id
  await ana.post('/comments', { show_id: show, content: 'Hello' })
  await addPhoto(ana, { show_id: show })
})
afterAll(() => server.stop())

const page = (address: string) =>
  fetch(`${server.url}${address}`, { headers: { accept: 'text/html,*/*' }, redirect: 'manual' })
const status = async (address: string) => (await page(address)).status

/** Whether this person finds Ana's profile open, by every way that leads into it; all ways must agree. */
async function opens(who: Client): Promise<boolean> {
  const { status: found, body } = await who.get('/users/ana')
  const ways = {
    profile: found === 200 && !body.hidden,
    bio: body.bio === MARK,
    city: body.home_city === MARK,
    since: body.created_at !== null,
    counts: body.counts !== null && body.counts.shows === 1 && body.counts.photos === 1,
    artists: body.top_artists.length === 1,
    diary: (await who.get(`/shows/user/${ana.id}`)).status === 200,
    'diary by words': (await who.get(`/shows/user/${ana.id}?q=spinvis`)).status === 200,
    photos: (await who.get(`/photos/user/${ana.id}`)).status === 200,
    search: (await who.get('/search?q=ana&kinds=people')).body.people.items.length === 1,
    'similar search': (await who.get('/search?q=anna&kinds=people')).body.people.items.length === 1,
  }
  expect([who.username, new Set(Object.values(ways)).size, ways]).toEqual([who.username, 1, ways])
  return ways.profile
}

describe.each([
  ['public', { ana: true, friend: true, other: true, stranger: true }],
  ['friends', { ana: true, friend: true, other: false, stranger: false }],
  ['private', { ana: true, friend: false, other: false, stranger: false }],
] as const)('24, 25: a profile for %s', (profile_audience, expected) => {
  beforeAll(async () => {
    expect((await ana.patch('/users/me', { profile_audience })).body.profile_audience).toBe(profile_audience)
  })

  it('is open to its audience from then on, and to nobody else', async () => {
    const { stranger } = server
    const found = await Promise.all([ana, friend, other, stranger].map(opens))
    expect(found).toEqual([expected.ana, expected.friend, expected.other, expected.stranger])
  })

  it('is described to link previews and search engines only when it is for everyone', async () => {
    const found = profile_audience === 'public'
    expect(await status('/og/profiles/ana.png')).toBe(found ? 200 : 404)
    expect(await status('/profile/ana')).toBe(found ? 200 : 404)
    const html = await (await page('/profile/ana')).text()
    expect(html.includes(MARK)).toBe(found)
    expect(html.includes('noindex')).toBe(!found)
    const sitemap = await (await page('/sitemap-people.xml')).text()
    expect(sitemap.includes('/profile/ana<')).toBe(found)
  })

  it('does not change what she takes part in', async () => {
    for (const who of [friend, other, server.stranger]) {
      expect((await who.get(`/shows/${show}/attendees`)).body.items[0].user.username).toBe('ana')
      expect((await who.get(`/comments/show/${show}`)).body.items[0].user.username).toBe('ana')
      expect((await who.get(`/photos/show/${show}`)).body.items.length).toBe(1)
      expect((await who.get('/users/ana')).body).toMatchObject({ username: 'ana', id: ana.id })
    }
  })
})

it('shows its owner what everyone sees of a hidden one', async () => {
  await ana.patch('/users/me', { profile_audience: 'private' })
  expect((await ana.get('/users/ana?as=everyone')).body).toEqual({
    id: ana.id,
    username: 'ana',
    display_name: null,
    avatar: null,
    hidden: true,
    bio: null,
    home_city: null,
    created_at: null,
    counts: null,
    relation: null,
    top_artists: [],
  })
  expect((await ana.get(`/shows/user/${ana.id}?as=everyone`)).status).toBe(404)
})

it.each(['attendees', 'people', 'link', 'everyone', null])('is not for %j', async (profile_audience) => {
  expect((await ana.patch('/users/me', { profile_audience })).status).toBe(422)
})

describe('one audience for all', () => {
  const counts = async (who: Client) => (await who.get('/users/me/audiences')).body
  const seen = async (who: Client, id: string) => (await who.get(`/shows/${id}`)).status === 200

  it('25: holds for every show and photo of mine at once, and for nobody else’s', async () => {
    const [dan, eve] = await server.people('dan', 'eve')
    const shows: string[] = []
    for (const [n, audience] of ['public', 'friends', 'attendees', 'private'].entries()) {
      shows.push((await logShow(dan, { artist_name: `Moss ${n}`, audience })).id)
    }
    await addPhoto(dan, { show_id: shows[0] as string })
    await addPhoto(dan, { show_id: shows[0] as string, audience: 'private' })
    const others = await counts(ana)
    expect(await counts(dan)).toEqual({
      shows: { public: 1, friends: 1, attendees: 1, private: 1 },
      media: { public: 1, friends: 0, attendees: 0, private: 1 },
    })
    expect((await dan.put('/users/me/audiences/shows', { audience: 'public' })).body).toEqual({ changed: 3 })
    expect(await Promise.all(shows.map((id) => seen(eve, id)))).toEqual([true, true, true, true])
    expect((await dan.put('/users/me/audiences/media', { audience: 'public' })).body).toEqual({ changed: 1 })
    expect((await eve.get(`/photos/show/${shows[0]}`)).body.items.length).toBe(2)
    expect((await dan.put('/users/me/audiences/shows', { audience: 'private' })).body).toEqual({ changed: 4 })
    expect((await dan.put('/users/me/audiences/shows', { audience: 'private' })).body).toEqual({ changed: 0 })
    expect(await Promise.all(shows.map((id) => seen(eve, id)))).toEqual([false, false, false, false])
    expect(await counts(dan)).toMatchObject({ shows: { private: 4 }, media: { public: 2 } })
    expect(await counts(ana)).toEqual(others)
    // what comes later follows the defaults, which this does not touch
    expect(await seen(eve, (await logShow(dan, { artist_name: 'Later' })).id)).toBe(true)
  })

  it.each(['people', 'link', 'everyone', undefined])('is not %j', async (audience) => {
    for (const what of ['shows', 'media']) {
      expect((await ana.put(`/users/me/audiences/${what}`, { audience })).status).toBe(422)
    }
  })
})
