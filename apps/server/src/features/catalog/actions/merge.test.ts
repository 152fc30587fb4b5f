import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { dangling } from '../../../../test/merging.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { logShow, spinvis } from '../../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(async () => {
  expect(await dangling(server)).toBe(0)
  await server.stop()
})

type Kind = 'artists' | 'venues'
const merge = (who: Client, kind: Kind, from: string, into: string) =>
  who.post(`/${kind}/${from}/merge`, { into })
const names = (show: { lineup: { artist: { name: string } }[] }) => show.lineup.map((act) => act.artist.name)
const read = async (id: string) => (await ana.get(`/shows/${id}`)).body
const day = (n: number) => new Date(Date.UTC(2018, 0, n)).toISOString().slice(0, 10)

describe('merging artists', () => {
  it('moves all shows; the former name is known, the former id answers', async () => {
    const one = await logShow(ana, { artist_name: 'Beatels', show_date: day(1) })
    const two = await logShow(ana, { artist_name: 'Beatles', show_date: day(2) })
    const third = await logShow(bo, { artist_name: 'Else', support: ['Beatels'], show_date: day(3) })
    const { status, body } = await merge(ana, 'artists', one.artist.id, two.artist.id)
    expect([status, body]).toEqual([200, two.artist])
    expect((await read(one.id)).artist).toEqual(two.artist)
    expect(names(await read(third.id))).toEqual(['Else', 'Beatles'])
    const logged = await logShow(bo, { artist_name: 'beatels', support: ['The Else'], show_date: day(1) })
    expect([logged.id, logged.artist_name]).toEqual([one.id, 'Beatles'])
    expect((await logShow(bo, { artist_name: 'BEATELS', show_date: day(9) })).artist).toEqual(two.artist)
    const plain = await fetch(`${server.url}/api/v1/artists/${one.artist.id}`, { redirect: 'manual' })
    expect([plain.status, plain.headers.get('location')]).toEqual([308, `/api/v1/artists/${two.artist.id}`])
    expect(
      (await bo.get('/artists?q=beatels')).body.items.map((artist: { id: string }) => artist.id),
    ).not.toContain(one.artist.id)
    const [revision] = (await bo.get(`/artists/${two.artist.id}/revisions`)).body.items
    expect(revision).toMatchObject({
      kind: 'merge',
      subject_id: two.artist.id,
      author: { username: 'ana' },
      changes: [{ field: 'artist_name', before: 'Beatels', after: 'Beatles' }],
    })
  })

  it('makes one show of two that become the same concert, and one act of two on a bill', async () => {
    const night = { show_date: day(10), venue_latitude: 52.1, venue_longitude: 5.1 }
    const one = await logShow(ana, { ...night, artist_name: 'Mogwia', venue_name: 'Front', notes: 'a' })
    const two = await logShow(bo, { ...night, artist_name: 'Mogwai', venue_name: 'Back', notes: 'b' })
    const other = await logShow(ana, {
      ...night,
      artist_name: 'Mogwai',
      support: ['X', 'Mogwia', 'Y'],
      show_date: day(11),
    })
    await merge(ana, 'artists', one.artist.id, two.artist.id)
    expect((await read(one.id)).id).toBe(two.id)
    expect(await read(two.id)).toMatchObject({ counts: { attendees: 2 }, notes: 'a' })
    expect(names(await read(other.id))).toEqual(['Mogwai', 'X', 'Y'])
    expect((await read(other.id)).lineup.map((act: { position: number }) => act.position)).toEqual([1, 2, 3])
  })

  it('lets the higher place win on a bill that has both', async () => {
    const both = await logShow(ana, {
      artist_name: 'Old name',
      support: ['Between', 'New name'],
      show_date: day(20),
    })
    const [old, , fresh] = both.lineup.map((act: { artist: { id: string } }) => act.artist.id)
    await merge(ana, 'artists', old, fresh)
    expect(names(await read(both.id))).toEqual(['New name', 'Between'])
    expect((await read(both.id)).artist.id).toBe(fresh)
  })

  it('is for those who were at a show of both; chains of former names are short', async () => {
    const [a, b, c] = await Promise.all(
      ['Chain A', 'Chain B', 'Chain C'].map((artist_name, n) =>
        logShow(ana, { artist_name, show_date: day(30 + n) }),
      ),
    )
    await logShow(bo, { artist_name: 'Chain A', show_date: day(30) })
    const refused = await merge(bo, 'artists', a.artist.id, b.artist.id)
    expect([refused.status, refused.body.code]).toEqual([403, 'not_at_both'])
    expect((await merge(ana, 'artists', a.artist.id, a.artist.id)).status).toBe(422)
    expect((await merge(ana, 'artists', a.artist.id, randomUUID())).status).toBe(404)
    const hidden = await logShow(ana, { artist_name: 'Chain D', show_date: day(39), is_public: false })
    expect((await merge(bo, 'artists', a.artist.id, hidden.artist.id)).status).toBe(404)
    await merge(ana, 'artists', a.artist.id, b.artist.id)
    await merge(ana, 'artists', b.artist.id, c.artist.id)
    expect((await merge(ana, 'artists', a.artist.id, c.artist.id)).body).toEqual(c.artist)
    expect((await logShow(bo, { artist_name: 'chain a', show_date: day(40) })).artist).toEqual(c.artist)
    expect((await ana.get(`/artists/${a.artist.id}`)).body.id).toBe(c.artist.id)
  })

  it('both ways at once leaves one', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await logShow(ana, { artist_name: `Left ${round}`, show_date: day(50 + round) })
      const two = await logShow(ana, { artist_name: `Right ${round}`, show_date: day(60 + round) })
      const answers = await Promise.all([
        merge(ana, 'artists', one.artist.id, two.artist.id),
        merge(ana, 'artists', two.artist.id, one.artist.id),
      ])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      expect(answers[0]?.body).toEqual(answers[1]?.body)
      expect((await read(one.id)).artist).toEqual((await read(two.id)).artist)
    }
  })

  it('while many write the old name down loses nobody, and leaves no show with it', async () => {
    const crowd = await server.people(...Array.from({ length: 20 }, (_, n) => `crowd${n}`))
    const old = await logShow(ana, { artist_name: 'Old crowd', show_date: day(70) })
    const fresh = await logShow(ana, { artist_name: 'New crowd', show_date: day(70) })
    const log = (who: Client, n: number) =>
      who.post('/shows', { ...spinvis, artist_name: 'old crowd', show_date: day(70 + (n % 3)) })
    const [merged, ...logged] = await Promise.all([
      merge(ana, 'artists', old.artist.id, fresh.artist.id),
      ...crowd.map(log),
    ])
    expect(merged.status).toBe(200)
    expect(logged.map(({ status }) => status)).toEqual(crowd.map(() => 201))
    const { body } = await ana.get(`/shows?artist_id=${fresh.artist.id}`)
    const attendees = body.items.map((show: { counts: { attendees: number } }) => show.counts.attendees)
    expect(attendees.toSorted()).toEqual([6, 7, 8])
    expect(await dangling(server)).toBe(0)
  })
})

describe('merging venues', () => {
  const at = (who: Client, n: number, venue: object) =>
    logShow(who, {
      artist_name: `At ${n}`,
      show_date: day(n),
      venue_city: undefined,
      venue_country: undefined,
      ...venue,
    })

  it('moves all shows to what knows more then, and reckons them in its zone', async () => {
    const barn = { venue_name: 'The barn', venue_city: 'Nowhere' }
    const one = await at(ana, 100, { ...barn, venue_address: 'Lane 1', venue_state: 'Overijssel' })
    const two = await at(ana, 101, { venue_name: 'Barn', venue_city: 'Tokyo', venue_country: 'JP' })
    const { body } = await merge(ana, 'venues', one.venue.id, two.venue.id)
    expect(body).toEqual({ ...two.venue, address: 'Lane 1', state: 'Overijssel' })
    expect(await read(one.id)).toMatchObject({
      venue: body,
      time_zone: 'Asia/Tokyo',
      starts_at: '2018-04-10T11:00:00.000Z',
    })
    expect((await at(bo, 102, barn)).venue).toEqual(body)
    expect((await ana.get(`/venues/${one.venue.id}`)).body.id).toBe(two.venue.id)
    const [revision] = (await bo.get(`/venues/${two.venue.id}/revisions`)).body.items
    expect(revision.changes).toContainEqual({ field: 'venue_name', before: 'The barn', after: 'Barn' })
  })

  it('makes one show of two that become the same concert', async () => {
    const one = await at(ana, 110, { venue_name: 'Left hall', venue_city: 'Utrecht' })
    const two = await at(bo, 110, { venue_name: 'Right hall', venue_city: 'Utrecht' })
    await at(ana, 111, { venue_name: 'Right hall', venue_city: 'Utrecht' })
    await merge(ana, 'venues', one.venue.id, two.venue.id)
    expect(await read(one.id)).toMatchObject({ id: two.id, counts: { attendees: 2 } })
  })

  it('while many write the old name down loses nobody, and leaves no show there', async () => {
    const crowd = await server.people(...Array.from({ length: 12 }, (_, n) => `guest${n}`))
    const hall = (venue_name: string) => ({ venue_name, venue_city: 'Utrecht', venue_country: 'NL' })
    const old = await at(ana, 115, hall('Old hall'))
    const fresh = await at(ana, 115, hall('New hall'))
    const [merged, ...logged] = await Promise.all([
      merge(ana, 'venues', old.venue.id, fresh.venue.id),
      ...crowd.map((who, n) => at(who, 115 + (n % 2), hall('old hall'))),
    ])
    expect(merged.status).toBe(200)
    expect(logged).toHaveLength(12)
    const { body } = await ana.get(`/shows?venue_id=${fresh.venue.id}`)
    const attendees = body.items.map((show: { counts: { attendees: number } }) => show.counts.attendees)
    expect(attendees.toSorted()).toEqual([6, 7])
    expect(await dangling(server)).toBe(0)
  })

  it('gives a venue without a town the town of the other, and keeps both ways to write it', async () => {
    const bare = await at(bo, 120, { venue_name: 'Luxor' })
    await at(ana, 120, { venue_name: 'Luxor' })
    const full = await at(ana, 121, { venue_name: 'Luxor', venue_city: 'Köln', venue_country: 'DE' })
    expect(full.venue.id).not.toBe(bare.venue.id)
    const { body } = await merge(ana, 'venues', full.venue.id, bare.venue.id)
    expect(body).toMatchObject({ id: bare.venue.id, city: 'Köln', country: 'DE', time_zone: 'Europe/Berlin' })
    expect(
      (await at(bo, 122, { venue_name: 'Luxor', venue_city: 'Köln', venue_country: 'DE' })).venue,
    ).toEqual(body)
    expect((await at(bo, 123, { venue_name: 'Luxor' })).venue).toEqual(body)
    expect((await read(full.id)).venue).toEqual(body)
  })
})

describe('what might be the same', () => {
  const found = async (who: Client, kind: Kind, id: string) =>
    (await who.get(`/${kind}/${id}/duplicates`)).body

  it('are artists with nearly one name, of shows that the viewer sees', async () => {
    const { artist } = await logShow(ana, { artist_name: 'The Flaming Lips', show_date: day(200) })
    const twin = await logShow(ana, { artist_name: 'Flaming Lips!', show_date: day(201) })
    const near = await logShow(bo, { artist_name: 'Flaming Lisp', show_date: day(202) })
    await logShow(bo, { artist_name: 'Flaming June', show_date: day(203) })
    await logShow(bo, { artist_name: 'The Flaming Lip', show_date: day(204), is_public: false })
    const { subject, items } = await found(ana, 'artists', artist.id)
    expect(subject).toEqual({ artist, shows: 1 })
    expect(items).toEqual([
      { artist: twin.artist, shows: 1, reason: 'same_name', may_merge: true },
      { artist: near.artist, shows: 1, reason: 'similar_name', may_merge: false },
    ])
    expect((await bo.get(`/artists/${randomUUID()}/duplicates`)).status).toBe(404)
  })

  it('are venues with nearly one name in one town, or close together', async () => {
    const venue = (n: number, venue_name: string, more: object = {}) =>
      logShow(ana, { artist_name: `V ${n}`, show_date: day(n), venue_name, ...more })
    const point = { venue_latitude: 52.2, venue_longitude: 5.2 }
    const { venue: self } = await venue(210, 'De Helling', point)
    const twin = await venue(211, 'de helling', {
      venue_city: 'Utrecht-Zuid',
      venue_latitude: 52.2001,
      venue_longitude: 5.2,
    })
    const near = await venue(212, 'De Hellingen')
    const place = await venue(213, 'Helling Hall', {
      venue_city: 'Elsewhere',
      venue_latitude: 52.201,
      venue_longitude: 5.2,
    })
    await venue(214, 'De Helling', { venue_city: 'Köln', venue_country: 'DE' })
    await venue(215, 'Post office', { ...point, venue_latitude: 52.2002 })
    const { items } = await found(ana, 'venues', self.id)
    expect(
      items.map((item: { venue: { id: string }; reason: string }) => [item.venue.id, item.reason]),
    ).toEqual([
      [twin.venue.id, 'same_name'],
      [near.venue.id, 'similar_name'],
      [place.venue.id, 'same_place'],
    ])
  })
})
