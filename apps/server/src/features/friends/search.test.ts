import { follow, listSuggestions, requestFriendship, searchPeople } from '@sharemyshows/contract/friends'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays, logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let hidden: Client
let friend: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo, hidden, friend] = await server.people('ana', 'bo.jansen', 'hidden.one', 'friendly')
  await bo.patch('/users/me', { display_name: 'Bökkers van Dijk' })
  await hidden.patch('/users/me', { profile_audience: 'private', display_name: 'Secret Agent' })
  await friend.patch('/users/me', { profile_audience: 'friends' })
  await ana.post('/friends/request', { user_id: friend.id })
  await friend.post('/friends/request', { user_id: ana.id })
  await server.app.pool.query('update users set email_verified = true')
})
afterAll(() => server.stop())

const search = async (who: Client, q: string) =>
  (await who.get(`/friends/search?q=${encodeURIComponent(q)}`)).body
const found = async (who: Client, q: string) =>
  (await search(who, q)).items.map(({ username }: { username: string }) => username)
const suggested = async (who: Client) => (await who.get('/friends/suggestions')).body.items

describe('45: looking for people harvests nothing', () => {
  it('finds names by the beginnings of their words, from two letters on', async () => {
    for (const q of ['bo', 'BO.J', 'bokk', 'dij', 'van bö', 'bo.jansen', '@bo.jansen']) {
      expect([q, await found(ana, q)]).toEqual([q, ['bo.jansen']])
    }
    for (const q of ['b', '@b', 'b v', '@', 'jansen', 'ijk', 'bo xyz', '%', '__', 'example', '\\']) {
      expect([q, await found(ana, q)]).toEqual([q, []])
    }
  })

  it('finds an address only whole, and never tells one', async () => {
    expect(await found(ana, 'BO.jansen@example.org')).toEqual(['bo.jansen'])
    for (const q of [
      'bo.jansen@example',
      'bo.jansen@',
      '@example.org',
      'jansen@example.org',
      'bo@example.org',
    ]) {
      expect([q, await found(ana, q)]).toEqual([q, []])
    }
    for (const q of ['bo', 'bo.jansen@example.org', 'hidden.one']) {
      expect(JSON.stringify(await search(ana, q))).not.toContain('example.org')
    }
  })

  it('answers an address that is nobody’s as one whose person is not to be found by it', async () => {
    const nobody = await search(ana, 'nobody@example.org')
    const unfound = async (change: string, undo: string) => {
      await server.app.pool.query(`update users set ${change} where id = $1`, [bo.id])
      const answer = await search(ana, 'bo.jansen@example.org')
      await server.app.pool.query(`update users set ${undo} where id = $1`, [bo.id])
      return answer
    }
    expect(nobody).toEqual({ items: [], next_cursor: null })
    expect((await bo.patch('/users/me', { found_by_email: false })).body.found_by_email).toBe(false)
    expect(await search(ana, 'bo.jansen@example.org')).toEqual(nobody)
    await bo.patch('/users/me', { found_by_email: true })
    expect(await unfound('email_verified = false', 'email_verified = true')).toEqual(nobody)
    expect(await unfound('suspended_at = now()', 'suspended_at = null')).toEqual(nobody)
    expect(await search(ana, 'hidden.one@example.org')).toEqual(nobody)
  })

  it('finds who keeps to herself by her exact name alone, and friends as ever', async () => {
    expect(await found(ana, 'Hidden.One')).toEqual(['hidden.one'])
    for (const q of ['hidden', 'hidden.on', 'secret', 'agent'])
      expect([q, await found(ana, q)]).toEqual([q, []])
    expect([await found(ana, 'frien'), await found(bo, 'frien')]).toEqual([['friendly'], []])
  })

  it('finds neither oneself nor whom one blocks, and says what both are to each other', async () => {
    const [cy] = await server.people('cyrano')
    expect(await found(cy, 'cyr')).toEqual([])
    await cy.post(`/users/${bo.id}/follow`)
    expect((await search(cy, 'bokk')).items[0]).toMatchObject({
      display_name: 'Bökkers van Dijk',
      relation: { friend: false, following: true, followed_by: false, request: null },
      shared_shows: 0,
    })
    await bo.post(`/users/${cy.id}/block`)
    for (const q of ['bokk', 'bo.jansen', 'bo.jansen@example.org'])
      expect([q, await found(cy, q)]).toEqual([q, []])
    expect(await found(bo, 'cyr')).toEqual([])
    expect((await server.stranger.get('/friends/search?q=bo')).status).toBe(401)
  })

  it('is limited, and so is asking and following', async () => {
    expect([searchPeople.limit, listSuggestions.limit]).toEqual(['search', 'search'])
    expect([requestFriendship.limit, follow.limit]).toEqual(['invite', 'invite'])
    const limited = await startTestServer({ RATE_LIMITS: 'on' })
    const [eve] = await limited.people('eve')
    const asked = await Promise.all(
      Array.from({ length: 125 }, () => eve.post('/friends/request', { username: 'nobody' })),
    )
    const refused = asked.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(5)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    await limited.stop()
  })
})

describe('24: suggestions', () => {
  it('are people of shows that both may know of, most shared first', async () => {
    const [me, often, once] = await server.people('me.one', 'often', 'once')
    const night = (n: number) => ({ artist_name: `Shared ${n}`, show_date: `2019-0${n}-01` })
    for (const n of [1, 2, 3]) await logShow(me, night(n))
    for (const n of [1, 2]) await logShow(often, night(n))
    await logShow(once, { ...night(3), audience: 'attendees' })
    const told = (await suggested(me)).map(({ username, shared_shows }: Record<string, unknown>) => [
      username,
      shared_shows,
    ])
    expect(told).toEqual([
      ['often', 2],
      ['once', 1],
    ])
  })

  it('never come of what is private to either, of what is for friends, or of what is to come', async () => {
    const [me, kept, close, later] = await server.people('me.two', 'kept', 'close', 'later')
    const mine = { artist_name: 'Of both', show_date: '2018-01-01' }
    await logShow(me, mine)
    await logShow(kept, { ...mine, audience: 'private' })
    await logShow(close, { ...mine, audience: 'friends' })
    const secret = { artist_name: 'Mine in private', show_date: '2018-02-01' }
    await logShow(me, { ...secret, audience: 'private' })
    await logShow(later, secret)
    const coming = { artist_name: 'Coming', show_date: inDays(9) }
    await logShow(me, coming)
    await logShow(later, coming)
    expect(await suggested(me)).toEqual([])
  })

  it('leave out friends, whom one asked or was asked by, blocked and hidden ones, and do not tell of a no', async () => {
    const names = [
      'me.three',
      'is.friend',
      'was.asked',
      'said.no',
      'has.asked',
      'blocks',
      'hides',
      'stays',
    ] as const
    const [me, isFriend, wasAsked, saidNo, hasAsked, blocks, hides, stays] = await server.people(...names)
    const night = { artist_name: 'All of us', show_date: '2017-01-01' }
    for (const who of [me, isFriend, wasAsked, saidNo, hasAsked, blocks, hides, stays])
      await logShow(who, night)
    expect(await suggested(me)).toHaveLength(7)
    const ask = async (who: Client, whom: Client) =>
      (await who.post('/friends/request', { user_id: whom.id })).body.id
    await ask(me, isFriend)
    await ask(isFriend, me)
    await ask(me, wasAsked)
    const { length } = await suggested(me)
    const refused = await ask(me, saidNo)
    await saidNo.post(`/friends/reject/${refused}`)
    await ask(hasAsked, me)
    await blocks.post(`/users/${me.id}/block`)
    await hides.patch('/users/me', { profile_audience: 'private' })
    const left = (await suggested(me)).map(({ username }: { username: string }) => username)
    expect([length, left]).toEqual([5, ['stays']])
    await me.delete(`/friends/request/${refused}`)
    expect(await suggested(me)).toHaveLength(2)
  })
})

describe('24: shared shows', () => {
  it('count what both may know of, for friends too', async () => {
    const [me, pal] = await server.people('me.four', 'pal')
    await me.post('/friends/request', { user_id: pal.id })
    const count = async (who: Client) => (await who.get('/friends')).body.items[0].shared_shows
    await pal.post('/friends/request', { user_id: me.id })
    const kinds = ['public', 'friends', 'attendees', 'private']
    for (const [n, mine] of kinds.entries()) {
      for (const [m, theirs] of kinds.entries()) {
        const night = { artist_name: `Pair ${n} ${m}`, show_date: '2016-01-01' }
        await logShow(me, { ...night, audience: mine })
        await logShow(pal, { ...night, audience: theirs })
      }
    }
    expect([await count(me), await count(pal)]).toEqual([9, 9])
    await pal.patch('/users/me', { profile_audience: 'private' })
    expect([await count(me), await count(pal)]).toEqual([0, 9])
  })
})
