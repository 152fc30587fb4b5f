import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { upload } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays, logShow } from '../../../test/shows.ts'

const audiences = ['private', 'friends', 'attendees', 'public'] as const
type Audience = (typeof audiences)[number]

let server: TestServer
let round = 0
let bo: Client
/** All follow Bo; some are more. */
let viewers: Record<'friend' | 'companion' | 'follower', Client>
beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  const names = ['bo', 'friend', 'companion', 'follower'].map((name) => `${name}${++round}`)
  const [first, friend, companion, follower] = (await server.people(...names)) as [
    Client,
    Client,
    Client,
    Client,
  ]
  bo = first
  viewers = { friend, companion, follower }
  for (const one of Object.values(viewers)) await one.post(`/users/${bo.id}/follow`)
  await bo.post('/friends/request', { user_id: friend.id })
  await friend.post('/friends/request', { user_id: bo.id })
})
afterAll(() => server.stop())

const sql = (text: string, values: unknown[] = []) => server.app.pool.query(text, values)
type Item = { type: string; count: number; media: { id: string }[]; show_id: string | null }
const feed = async (who: Client): Promise<Item[]> => (await who.get('/feed')).body.items
const types = async (who: Client) =>
  (await feed(who)).map(({ type }) => type).filter((type) => type !== 'FRIENDSHIP')
/** What each sees of what Bo did. */
const seen = async () => {
  const told = await Promise.all(Object.entries(viewers).map(async ([name, who]) => [name, await types(who)]))
  return Object.fromEntries(told) as Record<keyof typeof viewers, string[]>
}
const admitted = (audience: Audience, ...said: string[]) => ({
  friend: audience === 'friends' || audience === 'public' ? said : [],
  companion: audience === 'attendees' || audience === 'public' ? said : [],
  follower: audience === 'public' ? said : [],
})
/** A show that everybody sees, which Bo and her companion attend in private. */
const openShow = async () => {
  const [host] = await server.people(`host${++round}`)
  const show = { artist_name: `Band ${round}` }
  const { id } = await logShow(host, show)
  await logShow(viewers.companion, { ...show, audience: 'private' })
  return { id: id as string, show }
}

describe('25: what is no longer for somebody leaves her feed at once, and comes back with the change', () => {
  it('for an entry of the diary', async () => {
    const { id, show } = await openShow()
    await logShow(bo, { ...show, audience: 'private' })
    for (const audience of [...audiences, ...audiences.toReversed()]) {
      expect((await bo.patch(`/shows/${id}`, { audience })).status).toBe(200)
      expect([audience, await seen()]).toEqual([audience, admitted(audience, 'SHOW_ADDED')])
    }
    await bo.patch(`/shows/${id}`, { audience: 'public' })
    await bo.put('/users/me/audiences/shows', { audience: 'private' })
    expect(await seen()).toEqual(admitted('private'))
    await bo.patch(`/shows/${id}`, { audience: 'public' })
    await bo.delete(`/shows/${id}`)
    expect(await seen()).toEqual(admitted('private'))
  })

  it('for photos, each by itself', async () => {
    const { id, show } = await openShow()
    await logShow(bo, { ...show, audience: 'public' })
    await sql(`delete from activities where type = 'SHOW_ADDED'`)
    const add = async (audience: Audience) => (await upload(bo, { show_id: id, audience })).body.id as string
    const hidden = await add('private')
    expect(await seen()).toEqual(admitted('private'))
    const friends = await add('friends')
    expect(await seen()).toEqual(admitted('friends', 'PHOTO_UPLOADED'))
    const open = await add('public')
    const counts = async () =>
      Promise.all(
        Object.values(viewers).map(
          async (who) => (await feed(who)).find((one) => one.count > 0 && one.show_id === id)?.count,
        ),
      )
    expect(await counts()).toEqual([2, 1, 1])
    for (const one of [hidden, friends, open]) await bo.put(`/photos/${one}`, { audience: 'private' })
    expect(await seen()).toEqual(admitted('private'))
    const hints = async () =>
      (await sql('select audience from activities where show_id = $1 and gathers_until is not null', [id]))
        .rows
    expect(await hints()).toEqual([{ audience: 'private' }])
    await bo.put(`/photos/${hidden}`, { audience: 'attendees' })
    expect([await hints(), await seen()]).toEqual([
      [{ audience: 'attendees' }],
      admitted('attendees', 'PHOTO_UPLOADED'),
    ])
    await bo.put(`/photos/${friends}`, { audience: 'friends' })
    expect(await counts()).toEqual([1, 1, undefined])
    // never wider than the attendance that brought them
    await bo.patch(`/shows/${id}`, { audience: 'private' })
    expect(await seen()).toEqual(admitted('private'))
    await bo.patch(`/shows/${id}`, { audience: 'public' })
    await bo.delete(`/photos/${friends}`)
    expect(await counts()).toEqual([undefined, 1, undefined])
  })

  it('for what was said', async () => {
    const { id } = await openShow()
    const { body } = await bo.post('/comments', { show_id: id, content: 'Hello' })
    expect(await seen()).toEqual(admitted('public', 'COMMENT'))
    await bo.delete(`/comments/${body.id}`)
    expect(await seen()).toEqual(admitted('private'))
    await bo.post(`/comments/${body.id}/restore`)
    expect(await seen()).toEqual(admitted('public', 'COMMENT'))
  })

  it('for whom one follows and befriends, as long as both profiles are open', async () => {
    const [cy] = await server.people(`cy${++round}`)
    await bo.post(`/users/${cy.id}/follow`)
    expect(await seen()).toEqual(admitted('public', 'FOLLOW'))
    await cy.patch('/users/me', { profile_audience: 'private' })
    expect(await seen()).toEqual(admitted('private'))
    await cy.patch('/users/me', { profile_audience: 'public' })
    expect(await seen()).toEqual(admitted('public', 'FOLLOW'))
    await bo.post(`/users/${cy.id}/unfollow`)
    expect(await seen()).toEqual(admitted('private'))
  })

  it('for a profile that closes', async () => {
    const { id } = await openShow()
    await bo.post('/comments', { show_id: id, content: 'Hello' })
    await bo.patch('/users/me', { profile_audience: 'friends' })
    expect(await seen()).toEqual({ friend: ['COMMENT'], companion: [], follower: [] })
    await bo.patch('/users/me', { profile_audience: 'public' })
    expect(await seen()).toEqual(admitted('public', 'COMMENT'))
  })

  it('for a friendship that ends', async () => {
    const { show } = await openShow()
    await logShow(bo, { ...show, audience: 'friends' })
    expect(await seen()).toEqual(admitted('friends', 'SHOW_ADDED'))
    await bo.delete(`/friends/${viewers.friend.id}`)
    expect(await seen()).toEqual(admitted('private'))
  })
})

describe('23: a block', () => {
  it('takes each out of the other’s feed, and out of what others do in it', async () => {
    const { friend, follower } = viewers
    const [cy] = await server.people(`cy${++round}`)
    await follower.post(`/users/${cy.id}/follow`)
    await cy.post(`/users/${bo.id}/follow`)
    await logShow(bo, { artist_name: `Blocked ${round}`, show_date: inDays(3) })
    expect((await feed(follower)).map(({ type }) => type).sort()).toEqual([
      'FOLLOW',
      'FRIENDSHIP',
      'SHOW_ADDED',
    ])
    await bo.post(`/users/${follower.id}/block`)
    // neither Bo nor that Cy follows her
    expect(await feed(follower)).toEqual([])
    await friend.post(`/users/${bo.id}/block`)
    expect(await feed(friend)).toEqual([])
  })

  it('and a suspended or leaving person is in no feed', async () => {
    await logShow(bo, { artist_name: `Gone ${++round}` })
    expect(await seen()).toEqual(admitted('public', 'SHOW_ADDED'))
    for (const column of ['suspended_at', 'leaves_at']) {
      await sql(`update users set ${column} = now() where id = $1`, [bo.id])
      expect(await seen()).toEqual(admitted('private'))
      await sql(`update users set ${column} = null where id = $1`, [bo.id])
    }
  })
})
