import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let ana: Client
let bo: Client
let cy: Client
let round = 0
beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  ;[ana, bo, cy] = await server.people(`ana${++round}`, `bo${round}`, `cy${round}`)
})
afterAll(() => server.stop())

const follow = (who: Client, whom: Client) => who.post(`/users/${whom.id}/follow`)
const unfollow = (who: Client, whom: Client) => who.post(`/users/${whom.id}/unfollow`)
const list = async (who: Client, whom: Client, side: 'followers' | 'following', query = '') =>
  (await who.get(`/users/${whom.id}/${side}${query}`)).body
const names = (page: { items: { username: string }[] }) => page.items.map(({ username }) => username)
const counts = async (who: Client, whom: Client) => (await who.get(`/users/${whom.username}`)).body.counts

describe('following', () => {
  it('is told at once, may be said again, and ends', async () => {
    for (let n = 0; n < 2; n++) {
      const { status, body } = await follow(ana, bo)
      expect([status, body]).toMatchObject([
        200,
        { friend: false, following: true, followed_by: false, request: null },
      ])
    }
    expect((await follow(bo, ana)).body).toMatchObject({ following: true, followed_by: true })
    expect((await bo.get('/notifications')).body.items).toMatchObject([{ kind: 'follow', count: 1 }])
    for (let n = 0; n < 2; n++) {
      expect((await unfollow(ana, bo)).body).toMatchObject({ following: false, followed_by: true })
    }
  })

  it('is not for oneself, for nobody, or for strangers', async () => {
    for (const act of [follow, unfollow]) {
      expect((await act(ana, ana)).body.code).toBe('own_person')
      expect((await act(ana, { ...bo, id: randomUUID() })).status).toBe(404)
      expect((await act(server.stranger, ana)).status).toBe(401)
    }
  })

  it('many times at once is one, and so is following and blocking', async () => {
    await Promise.all(Array.from({ length: 10 }, () => follow(ana, bo)))
    expect((await list(cy, bo, 'followers')).items).toHaveLength(1)
    expect((await bo.get('/notifications')).body.items).toMatchObject([{ count: 1 }])
    await Promise.all([follow(cy, bo), bo.post(`/users/${cy.id}/block`), follow(bo, cy)])
    expect([names(await list(ana, bo, 'followers')), names(await list(ana, cy, 'followers'))]).toEqual([
      [ana.username],
      [],
    ])
  })
})

describe('22: who follows whom', () => {
  it('is a list of names and pictures, the latest first, in pages, as the profile counts', async () => {
    for (const who of [ana, cy]) await follow(who, bo)
    await follow(bo, ana)
    const followers = await list(ana, bo, 'followers')
    expect(followers.items).toEqual(
      [cy, ana].map(({ id, username }) => ({ id, username, display_name: null, avatar: null })),
    )
    const first = await list(server.stranger, bo, 'followers', '?limit=1')
    const second = await list(server.stranger, bo, 'followers', `?limit=1&cursor=${first.next_cursor}`)
    expect([names(first), names(second), second.next_cursor]).toEqual([[cy.username], [ana.username], null])
    expect(names(await list(ana, bo, 'followers', '?page=2&per_page=1'))).toEqual([ana.username])
    expect(names(await list(ana, bo, 'following'))).toEqual([ana.username])
    expect(await counts(ana, bo)).toMatchObject({ followers: 2, following: 1 })
  })

  it('24: is for whom the profile is open, and leaves out whom one blocks, in the number too', async () => {
    for (const who of [ana, cy]) await follow(who, bo)
    await ana.post(`/users/${cy.id}/block`)
    expect([names(await list(ana, bo, 'followers')), (await counts(ana, bo)).followers]).toEqual([
      [ana.username],
      1,
    ])
    expect(names(await list(bo, bo, 'followers'))).toEqual([cy.username, ana.username])
    await bo.patch('/users/me', { profile_audience: 'private' })
    for (const who of [ana, server.stranger]) {
      for (const side of ['followers', 'following'] as const) {
        const closed = await who.get(`/users/${bo.id}/${side}`)
        const none = await who.get(`/users/${randomUUID()}/${side}`)
        expect([closed.status, { ...closed.body, request_id: '' }]).toEqual([
          404,
          { ...none.body, request_id: '' },
        ])
      }
      expect(await counts(who, bo)).toBeNull()
    }
    // she can still be asked and followed; what she does is not heard
    expect((await follow(ana, bo)).status).toBe(200)
    expect((await ana.get(`/users/${bo.username}`)).body.relation).toMatchObject({ following: true })
  })
})
