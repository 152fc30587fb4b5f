import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { type Ear, listen } from '../../../test/live.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let round = 0
beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  ;[ana, bo] = await server.people(`ana${++round}`, `bo${round}`)
})
afterAll(() => server.stop())

const ask = (who: Client, whom: Client) => who.post('/friends/request', { user_id: whom.id })
const accept = (who: Client, id: string) => who.post(`/friends/accept/${id}`)
const reject = (who: Client, id: string) => who.post(`/friends/reject/${id}`)
const requests = async (who: Client, direction = 'received') =>
  (await who.get(`/friends/requests?direction=${direction}`)).body.items
const friendsOf = async (who: Client) =>
  (await who.get('/friends')).body.items.map((friend: { username: string }) => friend.username)
const relation = async (who: Client, whom: Client) => (await who.get(`/users/${whom.username}`)).body.relation
const befriend = async (who: Client, whom: Client) => {
  await ask(who, whom)
  expect((await ask(whom, who)).body.state).toBe('accepted')
}
const news = async (who: Client) =>
  (await who.get('/notifications')).body.items.map((one: { kind: string }) => one.kind)
const ties = async () =>
  (
    await server.app.pool.query(
      `select from_id, to_id, kind, state from relationships where from_id = any($1) and to_id = any($1) order by 3, 1`,
      [[ana.id, bo.id]],
    )
  ).rows
/** What is said of something that is not there, without what differs at every request. */
const same = ({ status, body }: { status: number; body: object }) => ({ status, ...body, request_id: '' })

describe('a request', () => {
  it('waits on both sides, and is one however often it is made', async () => {
    const first = await ask(ana, bo)
    expect([first.status, first.body]).toMatchObject([
      201,
      { direction: 'sent', state: 'pending', user: { id: bo.id } },
    ])
    const again = await ana.post('/friends/request', { username: bo.username.toUpperCase() })
    expect([again.status, again.body]).toEqual([200, first.body])
    expect(await requests(ana, 'sent')).toEqual([first.body])
    expect(await requests(bo)).toEqual([
      {
        ...first.body,
        direction: 'received',
        user: { ...first.body.user, id: ana.id, username: ana.username },
      },
    ])
    expect([await requests(ana), await requests(bo, 'sent')]).toEqual([[], []])
    const { id } = first.body
    expect(await relation(ana, bo)).toMatchObject({ friend: false, request: 'sent', request_id: id })
    expect(await relation(bo, ana)).toMatchObject({ friend: false, request: 'received', request_id: id })
    expect([await news(ana), await news(bo)]).toEqual([[], ['friend_request']])
  })

  it('that is accepted makes friends of both, and saying it again changes nothing', async () => {
    const { id } = (await ask(ana, bo)).body
    for (const path of ['/friends/accept/', '/friends/request/'] as const) {
      const { status, body } = await bo.post(
        path === '/friends/accept/' ? `${path}${id}` : `${path}${id}/accept`,
      )
      expect([status, body]).toMatchObject([200, { id, state: 'accepted', direction: 'received' }])
    }
    expect([await friendsOf(ana), await friendsOf(bo)]).toEqual([[bo.username], [ana.username]])
    expect(await ties()).toHaveLength(2)
    expect([await requests(ana, 'sent'), await requests(bo)]).toEqual([[], []])
    expect([await news(ana), (await ana.get('/dashboard/stats')).body.friends]).toEqual([
      ['friend_accepted'],
      1,
    ])
    expect(await relation(ana, bo)).toMatchObject({ friend: true, request: null, request_id: null })
    const more = await ask(bo, ana)
    expect([more.status, more.body.code]).toEqual([409, 'already_friends'])
  })

  it('that is rejected stays open to who sent it, who is never told', async () => {
    const asked = (await ask(ana, bo)).body
    for (const path of [`/friends/reject/${asked.id}`, `/friends/request/${asked.id}/reject`]) {
      const { status, body } = await bo.post(path)
      expect([status, body.state]).toEqual([200, 'rejected'])
    }
    expect([await requests(ana, 'sent'), await requests(bo)]).toEqual([[asked], []])
    expect(await relation(ana, bo)).toMatchObject({ request: 'sent', request_id: asked.id })
    expect(await relation(bo, ana)).toMatchObject({ request: null, request_id: null })
    const again = await ask(ana, bo)
    expect([again.status, again.body]).toEqual([200, asked])
    expect([await requests(bo), await news(bo), await news(ana)]).toEqual([[], ['friend_request'], []])
  })

  it('that is rejected cannot be made anew by taking it back', async () => {
    const { id } = (await ask(ana, bo)).body
    await reject(bo, id)
    expect((await ana.delete(`/friends/request/${id}`)).status).toBe(204)
    expect([await requests(ana, 'sent'), (await relation(ana, bo)).request]).toEqual([[], null])
    const again = await ask(ana, bo)
    // as new to her, down to its id
    expect([again.status, again.body.state, again.body.id === id]).toEqual([201, 'pending', false])
    expect([await requests(bo), (await relation(bo, ana)).request, await news(bo)]).toEqual([[], null, []])
  })

  it('of somebody who had said no makes friends at once, unless the first one was taken back', async () => {
    const { id } = (await ask(ana, bo)).body
    await reject(bo, id)
    const other = await ask(bo, ana)
    expect([other.status, other.body]).toMatchObject([200, { id, state: 'accepted' }])
    expect(await friendsOf(ana)).toEqual([bo.username])

    const [cy, di] = await server.people(`cy${round}`, `di${round}`)
    const first = (await ask(cy, di)).body.id
    await reject(di, first)
    await cy.delete(`/friends/request/${first}`)
    expect((await ask(di, cy)).status).toBe(201)
    expect([await friendsOf(cy), (await requests(cy)).length]).toEqual([[], 1])
    await accept(cy, (await requests(cy))[0].id)
    expect(await friendsOf(cy)).toEqual([di.username])
  })

  it('can be taken back, accepted or rejected only by who it is for', async () => {
    const [cy] = await server.people(`cy${round}`)
    const { id } = (await ask(ana, bo)).body
    const nothing = same(await accept(cy, randomUUID()))
    expect(nothing.status).toBe(404)
    const wrong = [accept(ana, id), reject(ana, id), bo.delete(`/friends/request/${id}`)]
    const foreign = [accept(cy, id), reject(cy, id), cy.delete(`/friends/request/${id}`)]
    for (const answer of await Promise.all([...wrong, ...foreign])) expect(same(answer)).toEqual(nothing)
    expect((await ana.delete(`/friends/request/${id}`)).status).toBe(204)
    expect(await ties()).toEqual([])
    expect(same(await accept(bo, id))).toEqual(nothing)
  })

  it('is not for oneself, for nobody, or for two at once', async () => {
    expect((await ask(ana, ana)).body.code).toBe('own_person')
    expect((await ana.post('/friends/request', { user_id: randomUUID() })).status).toBe(404)
    expect((await ana.post('/friends/request', { username: 'nobody at all' })).status).toBe(404)
    for (const body of [{}, { user_id: bo.id, username: bo.username }]) {
      const { status, body: problem } = await ana.post('/friends/request', body)
      expect([status, problem.errors]).toMatchObject([422, [{ field: 'user_id' }]])
    }
    expect((await ask(server.stranger, ana)).status).toBe(401)
  })

  it('is one of 200 that may wait', async () => {
    await server.app.pool.query(
      `with crowd as (insert into users (id, username, email, password_hash)
          select gen_random_uuid(), 'crowd' || $2 || n, 'crowd' || $2 || n || '@example.org', ''
          from generate_series(1, 199) n returning id)
        insert into relationships (from_id, to_id, kind, state) select $1, id, 'friend', 'pending' from crowd`,
      [ana.id, round],
    )
    const others = await server.people(`e${round}`, `f${round}`, `g${round}`)
    const statuses = (await Promise.all(others.map((other) => ask(ana, other)))).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, 409, 409])
    const { body } = await ask(ana, bo)
    expect(body.code).toBe('too_many_asked')
  })
})

describe('at once', () => {
  it('both asking become friends, however often', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? ask(ana, bo) : ask(bo, ana))),
    )
    expect(answers.every(({ status }) => [200, 201, 409].includes(status))).toBe(true)
    expect((await ties()).map(({ kind, state }) => [kind, state])).toEqual([
      ['friend', 'accepted'],
      ['friend', 'accepted'],
    ])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  it('accepting, turning down and taking back leave what the first of them said', async () => {
    const { id } = (await ask(ana, bo)).body
    await Promise.all([accept(bo, id), ana.delete(`/friends/request/${id}`), reject(bo, id), accept(bo, id)])
    const left = (await ties()).map(({ state }) => state)
    expect(['accepted,accepted', 'rejected', '']).toContain(left.join())
  })

  it('23: blocking and befriending leave nothing but the block', async () => {
    const { id } = (await ask(ana, bo)).body
    await Promise.all([
      accept(bo, id),
      ana.post(`/users/${bo.id}/block`),
      ask(bo, ana),
      bo.post(`/users/${ana.id}/follow`),
      ask(ana, bo),
    ])
    expect((await ties()).map(({ kind }) => kind)).toEqual(['block'])
  })
})

describe('a friendship', () => {
  it('ends for both, whoever ends it', async () => {
    await befriend(ana, bo)
    expect((await bo.delete(`/friends/${ana.id}`)).status).toBe(204)
    expect([await friendsOf(ana), await friendsOf(bo), await ties()]).toEqual([[], [], []])
    expect((await bo.delete(`/friends/${ana.id}`)).status).toBe(404)
    expect((await ask(ana, bo)).status).toBe(201)
  })

  it('25: opens what is for friends, and its end closes it at once, on open pages too', async () => {
    const { id } = await logShow(ana, { artist_name: `For friends ${round}`, audience: 'friends' })
    const ear: Ear = await listen(server.url, bo)
    expect(await ear.watch(id)).toMatchObject({ ok: false })
    await befriend(ana, bo)
    await ear.hear('friends_changed', { what: 'friends' })
    expect((await bo.get(`/shows/${id}`)).status).toBe(200)
    expect(await ear.watch(id)).toEqual({ ok: true })
    await ana.delete(`/friends/${bo.id}`)
    await ear.hear('show_closed', { show_id: id })
    expect((await bo.get(`/shows/${id}`)).status).toBe(404)
    ear.socket.close()
  })

  it('lists friends by name, in pages, and by the beginnings of their names', async () => {
    const others = await server.people(`zoe${round}`, `eva${round}`, `mia${round}`)
    await others[1].patch('/users/me', { display_name: `Éva${round}` })
    await others[2].patch('/users/me', { display_name: 'Aart van Dijk' })
    for (const other of others) await befriend(ana, other)
    const names = ['Aart van Dijk', `Éva${round}`, `zoe${round}`]
    const shown = (body: { items: { display_name: string | null; username: string }[] }) =>
      body.items.map(({ display_name, username }) => display_name ?? username)
    const all = (await ana.get('/friends')).body
    expect([shown(all), all.next_cursor]).toEqual([names, null])
    const first = (await ana.get('/friends?limit=2')).body
    const second = (await ana.get(`/friends?limit=2&cursor=${first.next_cursor}`)).body
    expect([...shown(first), ...shown(second)]).toEqual(names)
    expect(shown((await ana.get('/friends?page=2&per_page=2')).body)).toEqual(names.slice(2))
    expect(shown((await ana.get('/friends?q=DIJ')).body)).toEqual(['Aart van Dijk'])
    expect(shown((await ana.get(`/friends?q=eva`)).body)).toEqual([`Éva${round}`])
    expect(shown((await ana.get(`/friends?q=ijk`)).body)).toEqual([])
    for (const bad of ['x', 'AAAA', Buffer.from(`${randomUUID()}\0`).toString('base64url')]) {
      const { status, body } = await ana.get(`/friends?cursor=${bad}`)
      expect([status, body.errors?.[0]?.field]).toEqual([422, 'cursor'])
    }
  })
})

describe('23: whoever is blocked', () => {
  it('can neither ask, answer, follow nor be found, as if there were nobody', async () => {
    await befriend(ana, bo)
    await bo.post(`/users/${ana.id}/follow`)
    await ana.post(`/users/${bo.id}/block`)
    expect((await ties()).map(({ kind }) => kind)).toEqual(['block'])
    expect([await friendsOf(ana), await friendsOf(bo)]).toEqual([[], []])
    const nobody = randomUUID()
    const tried = (who: Client, whom: string, name: string) => [
      who.post('/friends/request', { user_id: whom }),
      who.post('/friends/request', { username: name }),
      who.post(`/users/${whom}/follow`),
      who.post(`/users/${whom}/unfollow`),
      who.get(`/users/${whom}/followers`),
      who.get(`/users/${whom}/following`),
      who.delete(`/friends/${whom}`),
      who.get(`/friends/search?q=${name}`),
    ]
    for (const [who, whom] of [
      [ana, bo],
      [bo, ana],
    ] as const) {
      const seen = (await Promise.all(tried(who, whom.id, whom.username))).map(same)
      expect(seen).toEqual((await Promise.all(tried(who, nobody, `nobody${round}x`))).map(same))
    }
  })

  it('has an open request vanish on both sides', async () => {
    const { id } = (await ask(ana, bo)).body
    await bo.post(`/users/${ana.id}/block`)
    expect([await requests(ana, 'sent'), await requests(bo), await news(bo)]).toEqual([[], [], []])
    expect([(await accept(bo, id)).status, (await ana.delete(`/friends/request/${id}`)).status]).toEqual([
      404, 404,
    ])
  })

  it('and whoever is suspended is nobody here, and comes back with her friends', async () => {
    await befriend(ana, bo)
    const [cy] = await server.people(`cy${round}`)
    const { id } = (await ask(cy, ana)).body
    const suspend = (now: string) =>
      server.app.pool.query(`update users set suspended_at = ${now} where id = any($1)`, [[bo.id, cy.id]])
    await suspend('now()')
    expect([await friendsOf(ana), await requests(ana), (await accept(ana, id)).status]).toEqual([[], [], 404])
    await suspend('null')
    expect([await friendsOf(ana), (await requests(ana)).length]).toEqual([[bo.username], 1])
  })
})
