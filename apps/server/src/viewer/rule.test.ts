import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../test/client.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { logShow } from '../../test/shows.ts'
import { seersOfShow, seeShow } from './gate.ts'

/*
 * Ana was at four shows, one of each audience; Dan was at the same, and keeps that to himself. Everybody who looks has
 * a diary of her own, with another show in it.
 */
const audiences = ['private', 'friends', 'attendees', 'public'] as const
type Seen = (typeof audiences)[number]
const everyone = ['ana', 'dan', 'friend', 'pending', 'other', 'blocked', 'blocker'] as const

let server: TestServer
let people: Record<(typeof everyone)[number] | 'stranger', Client>
const shows = {} as Record<Seen, { id: string; artist: { id: string }; venue: { id: string } }>

const sql = (text: string, values: unknown[]) => server.app.pool.query(text, values)
const relate = (from: Client, to: Client, kind: string, state: string) =>
  sql('insert into relationships (from_id, to_id, kind, state) values ($1, $2, $3, $4)', [
    from.id,
    to.id,
    kind,
    state,
  ])
const nightOf = (audience: Seen) => ({
  artist_name: `Band of ${audience}`,
  venue_name: `Hall of ${audience}`,
  venue_city: `Town of ${audience}`,
})

beforeAll(async () => {
  server = await startTestServer()
  const clients = await server.people(...everyone)
  people = {
    ...Object.fromEntries(everyone.map((name, n) => [name, clients[n]])),
    stranger: server.stranger,
  } as never
  const { ana, dan, friend, pending, blocked, blocker } = people
  for (const audience of audiences) {
    shows[audience] = await logShow(ana, {
      ...nightOf(audience),
      audience,
      title: `Night of ${audience}`,
      notes: 'secret',
    })
    await logShow(dan, { ...nightOf(audience), audience: 'private' })
    await ana.post(`/shows/${shows[audience].id}/setlist`, { song_name: 'Song' })
  }
  for (const name of everyone) {
    if (name !== 'ana') await logShow(people[name], { artist_name: `Own of ${name}`, audience: 'private' })
  }
  await relate(ana, friend, 'friend', 'accepted')
  await relate(friend, ana, 'friend', 'accepted')
  await relate(ana, pending, 'friend', 'pending')
  await relate(ana, blocked, 'block', 'accepted')
  await relate(blocker, ana, 'block', 'accepted')
})
afterAll(() => server.stop())

type Item = { id: string; name: string; artist_name: string; user: { id: string } }
const itemsOf = async (who: Client, path: string): Promise<Item[]> => {
  const { status, body } = await who.get(path)
  return status === 200 ? body.items : []
}
const isAudience = (audience: Seen, held: (audience: Seen) => Promise<boolean>) =>
  held(audience).then((yes) => (yes ? [audience] : []))
const which = async (held: (audience: Seen) => Promise<boolean>) =>
  (await Promise.all(audiences.map((audience) => isAudience(audience, held)))).flat()

/** Every way by which a show could come to light; each must say the same. */
const ways: Record<string, (who: Client) => Promise<Seen[]>> = {
  one: (who) => which(async (a) => (await who.get(`/shows/${shows[a].id}`)).status === 200),
  'the list': async (who) => {
    const ids = (await itemsOf(who, '/shows?limit=100')).map((show) => show.id)
    return which(async (a) => ids.includes(shows[a].id))
  },
  'past shows': async (who) => {
    const ids = (await itemsOf(who, '/shows/past')).map((show) => show.id)
    return which(async (a) => ids.includes(shows[a].id))
  },
  'the artist filter': (who) =>
    which(async (a) => (await itemsOf(who, `/shows?artist=Band of ${a}`)).length === 1),
  'the venue filter': (who) =>
    which(async (a) => (await itemsOf(who, `/shows?venue=Hall of ${a}`)).length === 1),
  'the city filter': (who) =>
    which(async (a) => (await itemsOf(who, `/shows?city=Town of ${a}`)).length === 1),
  'the title': (who) => which(async (a) => (await itemsOf(who, `/shows?q=Night of ${a}`)).length === 1),
  'artist suggestions': (who) =>
    which(async (a) =>
      (await itemsOf(who, `/artists?q=Band of ${a}`)).some(({ name }) => name === `Band of ${a}`),
    ),
  'venue suggestions': (who) =>
    which(async (a) =>
      (await itemsOf(who, `/venues?q=Hall of ${a}`)).some(({ name }) => name === `Hall of ${a}`),
    ),
  setlist: (who) => which(async (a) => (await itemsOf(who, `/shows/${shows[a].id}/setlist`)).length === 1),
  'its history': (who) =>
    which(async (a) => (await who.get(`/shows/${shows[a].id}/revisions`)).status === 200),
  'its duplicates': (who) =>
    which(async (a) => (await who.get(`/shows/${shows[a].id}/duplicates`)).status === 200),
  'its artist’s history': (who) =>
    which(async (a) => (await who.get(`/artists/${shows[a].artist.id}/revisions`)).status === 200),
  'its venue’s duplicates': (who) =>
    which(async (a) => (await who.get(`/venues/${shows[a].venue.id}/duplicates`)).status === 200),
  'the artist’s page': (who) =>
    which(async (a) => (await who.get(`/artists/${shows[a].artist.id}`)).body.counts?.shows === 1),
  'the artist’s songs': (who) =>
    which(async (a) => (await itemsOf(who, `/artists/${shows[a].artist.id}/songs`)).length === 1),
  'the artist’s id': (who) =>
    which(async (a) => (await itemsOf(who, `/shows?artist_id=${shows[a].artist.id}`)).length === 1),
  'the venue’s page': (who) =>
    which(async (a) => (await who.get(`/venues/${shows[a].venue.id}`)).body.counts?.shows === 1),
  'the venue’s id': (who) =>
    which(async (a) => (await itemsOf(who, `/shows?venue_id=${shows[a].venue.id}`)).length === 1),
}
/** Every way by which it could come to light that Ana was there. */
const waysToAna: Record<string, (who: Client) => Promise<Seen[]>> = {
  'her diary': async (who) => {
    const ids = (await itemsOf(who, `/shows/user/${people.ana.id}`)).map((show) => show.id)
    return which(async (a) => ids.includes(shows[a].id))
  },
  'her profile': async (who) => {
    const names = (await who.get('/users/ana')).body.top_artists?.map((artist: Item) => artist.name) ?? []
    return which(async (a) => names.includes(`Band of ${a}`))
  },
  attendees: (who) =>
    which(async (a) =>
      (await itemsOf(who, `/shows/${shows[a].id}/attendees`)).some(({ user }) => user.id === people.ana.id),
    ),
  'the number of attendees': (who) =>
    which(async (a) => {
      const own = who === people.dan ? 1 : 0
      return (await who.get(`/shows/${shows[a].id}`)).body.counts?.attendees === own + 1
    }),
}

const all: Seen[] = [...audiences]
const admitted: Record<keyof typeof people, { shows: Seen[]; ana: Seen[] }> = {
  ana: { shows: all, ana: all },
  dan: { shows: all, ana: ['attendees', 'public'] },
  friend: { shows: ['friends', 'public'], ana: ['friends', 'public'] },
  pending: { shows: ['public'], ana: ['public'] },
  other: { shows: ['public'], ana: ['public'] },
  stranger: { shows: ['public'], ana: ['public'] },
  blocked: { shows: [], ana: [] },
  blocker: { shows: [], ana: [] },
}

describe.each(Object.entries(admitted))('%s sees', (name, admits) => {
  it.each(Object.keys(ways))('by %s the shows that admit', async (way) => {
    expect(await ways[way]?.(people[name as keyof typeof people])).toEqual(admits.shows)
  })
  it.each(Object.keys(waysToAna))('by %s where Ana was', async (way) => {
    expect(await waysToAna[way]?.(people[name as keyof typeof people])).toEqual(admits.ana)
  })
})

describe('what is one’s own', () => {
  it('is nobody else’s', async () => {
    for (const [name, who] of Object.entries(people)) {
      if (name === 'ana') continue
      const { body } = await who.get(`/shows/${shows.public.id}`)
      expect(JSON.stringify(body)).not.toContain('secret')
    }
  })

  it('is public for whoever is told, without telling of others', async () => {
    const isPublic = async (who: Client) => (await who.get(`/shows/${shows.public.id}`)).body.is_public
    expect(await isPublic(people.stranger)).toBe(true)
    expect(await isPublic(people.dan)).toBe(false)
    expect((await people.friend.get(`/shows/${shows.friends.id}`)).body.is_public).toBe(false)
  })

  it('hides a blocked person’s diary altogether', async () => {
    expect((await people.blocked.get(`/shows/user/${people.ana.id}`)).status).toBe(404)
    expect((await people.ana.get(`/shows/user/${people.blocked.id}`)).status).toBe(404)
    expect((await people.other.get(`/shows/user/${people.ana.id}`)).status).toBe(200)
  })
})

describe('photos', () => {
  const add = (owner: Client, show: string, audience: Seen) =>
    sql(
      `insert into media (id, kind, owner_id, show_id, audience, storage_key, sha256, file_size, mime_type, state)
        values ($1, 'photo', $2, $3, $4, $5, '\\x00', 1, 'image/png', 'ready')`,
      [randomUUID(), owner.id, show, audience, randomUUID()],
    )

  it('are counted, shown as covers and listed by the same rule', async () => {
    for (const show of audiences)
      for (const audience of audiences) await add(people.ana, shows[show].id, audience)
    const expected: Record<string, Partial<Record<Seen, number>>> = {
      ana: { private: 4, friends: 4, attendees: 4, public: 4 },
      // never wider than the attendance that brought them
      dan: { private: 0, friends: 0, attendees: 2, public: 2 },
      friend: { friends: 2, public: 2 },
      other: { public: 1 },
      stranger: { public: 1 },
    }
    for (const [name, photos] of Object.entries(expected)) {
      const who = people[name as keyof typeof people]
      for (const [audience, count] of Object.entries(photos)) {
        const { id } = shows[audience as Seen]
        const { body } = await who.get(`/shows/${id}`)
        expect([name, audience, body.counts.photos]).toEqual([name, audience, count])
        expect(body.cover === null).toBe(count === 0)
        expect((await itemsOf(who, `/photos/show/${id}`)).length).toBe(count)
      }
    }
  })

  it('is the same for many viewers at once', async () => {
    const clients = everyone.map((name) => people[name])
    for (const audience of audiences) {
      const { id } = shows[audience]
      const seers = await seersOfShow(
        server.app.db,
        clients.map((who) => who.id),
        id,
      )
      const single = await Promise.all(clients.map((who) => seeShow(server.app.db, who.id, id)))
      const expected = clients.filter((_who, n) => single[n] !== null).map((who) => who.username)
      expect(clients.filter((who) => seers.includes(who.id)).map((who) => who.username)).toEqual(expected)
      expect(expected.length).toBeGreaterThan(1)
    }
  })
})
