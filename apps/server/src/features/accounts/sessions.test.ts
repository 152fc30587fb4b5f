import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../../test/client.ts'
import { listen } from '../../../test/live.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../test/server.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

let server: TestServer
let ana: Client
beforeAll(async () => {
  server = await startTestServer({ TRUST_PROXY: '127.0.0.1' })
  ;[ana] = await server.people('ana')
})
afterAll(() => server.stop())

const signIn = async (headers: Record<string, string> = {}, identifier = 'ana') =>
  (await server.stranger.post('/auth/login', { identifier, password: PASSWORD }, headers)).body
const exchange = (refresh_token: string) => server.stranger.post('/auth/refresh', { refresh_token })
const as = (token: string) => createClient(server.url, { token })
const sql = (text: string) => server.app.pool.query(text)
const age = (seconds: number) =>
  sql(`update refresh_tokens set used_at = used_at - interval '${seconds} s' where used_at is not null`)
/** Opens a socket; gives, once it is open, a function that waits for its end. */
const openSocket = async (token: string) => {
  const { socket } = await listen(server.url, { token })
  const closed = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()))
  return { closed: () => closed }
}

describe('tokens', () => {
  it('9: an old refresh token ends the family, with its sockets', async () => {
    const first = await signIn()
    const second = (await exchange(first.refresh_token)).body
    const { closed } = await openSocket(second.access_token)
    await age(11)
    expect((await exchange(first.refresh_token)).status).toBe(401)
    expect((await exchange(second.refresh_token)).status).toBe(401)
    expect((await as(second.access_token).get('/auth/me')).status).toBe(401)
    await closed()
  })

  it('10: two tabs may refresh at the same moment', async () => {
    const { refresh_token } = await signIn()
    const both = await Promise.all([exchange(refresh_token), exchange(refresh_token)])
    expect(both.map((answer) => answer.status)).toEqual([200, 200])
    for (const { body } of both) expect((await exchange(body.refresh_token)).status).toBe(200)
  })

  it('10: a tab that comes nine seconds later is no thief', async () => {
    const { refresh_token } = await signIn()
    expect((await exchange(refresh_token)).status).toBe(200)
    await age(8)
    expect((await exchange(refresh_token)).status).toBe(200)
  })

  it('run out: an idle refresh token after seven days, a session after thirty', async () => {
    const idle = await signIn()
    await sql(`update refresh_tokens set expires_at = now() - interval '1 s'`)
    expect((await exchange(idle.refresh_token)).status).toBe(401)
    const old = await signIn()
    await sql(`update sessions set expires_at = now() - interval '1 s' where user_id = '${ana.id}'`)
    expect((await exchange(old.refresh_token)).status).toBe(401)
    expect((await as(old.access_token).get('/auth/me')).status).toBe(401)
    await sql(`update sessions set expires_at = now() + interval '30 d'`)
  })

  it('11: signing out takes effect at once, on open sockets as well', async () => {
    const { access_token, refresh_token } = await signIn()
    const { closed } = await openSocket(access_token)
    expect((await as(access_token).get('/auth/me')).status).toBe(200)
    expect((await as(access_token).post('/auth/logout')).status).toBe(204)
    expect((await as(access_token).get('/auth/me')).status).toBe(401)
    expect((await exchange(refresh_token)).status).toBe(401)
    await closed()
    await expect(listen(server.url, { token: access_token })).rejects.toThrow('unauthenticated')
  })

  it('11, 44: a socket ends with its token', async () => {
    const { access_token } = await signIn()
    await sql(`update access_tokens set expires_at = now() + interval '3 s'`)
    const { closed } = await openSocket(access_token)
    await closed()
    expect((await as(access_token).get('/auth/me')).status).toBe(401)
  })

  it('13: refuses tokens that are not ours', async () => {
    const { refresh_token } = await signIn()
    const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbmEifQ.'
    for (const token of [jwt, `sms_at_${'a'.repeat(43)}`, 'x', '../../etc', refresh_token]) {
      expect((await as(token).get('/auth/me')).status).toBe(401)
    }
  })
})

describe('12: the list of sessions', () => {
  it('says what signed in, from which country, and which one is here', async () => {
    await sql(`delete from sessions where user_id = '${ana.id}'`)
    const here = await signIn({ 'user-agent': FIREFOX, 'x-forwarded-for': '194.109.6.66' })
    await signIn({ 'user-agent': 'curl/8.1', 'x-forwarded-for': '10.0.0.7' })
    const { body } = await as(here.access_token).get('/auth/sessions')
    expect(body.items).toHaveLength(2)
    expect(body.items.find(({ current }: { current: boolean }) => current)).toMatchObject({
      device: { browser: 'Firefox', system: 'Linux', kind: 'desktop' },
      country: 'NL',
      ip: '194.109.6.66',
    })
    expect(body.items.find(({ current }: { current: boolean }) => !current)).toMatchObject({
      device: { browser: null, system: null, kind: 'program' },
      country: null,
      ip: '10.0.0.7',
    })
  })

  it('keeps the last use within some minutes, by one write in that time', async () => {
    const { access_token } = await signIn()
    const newest = `(select id from sessions where user_id = '${ana.id}' order by created_at desc limit 1)`
    const longAgo = `update sessions set last_used_at = now() - interval '1 h' where id = ${newest}`
    const isFresh = async () => {
      const { rows } = await sql(
        `select last_used_at > now() - interval '1 min' as fresh from sessions where id = ${newest}`,
      )
      return rows[0].fresh
    }
    await sql(longAgo)
    await as(access_token).get('/auth/me')
    await expect.poll(isFresh, { timeout: 10_000 }).toBe(true)
    await sql(longAgo)
    for (let n = 0; n < 20; n++) await as(access_token).get('/auth/me')
    expect(await isFresh()).toBe(false)
  })

  it('ends one at once, over HTTP and on its open socket', async () => {
    const [here, there] = [await signIn(), await signIn()]
    const { closed } = await openSocket(there.access_token)
    const list = await as(there.access_token).get('/auth/sessions')
    const { id } = list.body.items.find(({ current }: { current: boolean }) => current)
    expect((await as(here.access_token).delete(`/auth/sessions/${id}`)).status).toBe(204)
    expect((await as(there.access_token).get('/auth/me')).status).toBe(401)
    expect((await exchange(there.refresh_token)).status).toBe(401)
    expect((await as(here.access_token).get('/auth/me')).status).toBe(200)
    expect((await as(here.access_token).delete(`/auth/sessions/${id}`)).status).toBe(404)
    await closed()
  })

  it('ends all others at once', async () => {
    const here = await signIn()
    const others = [await signIn(), await signIn()]
    const sockets = await Promise.all(others.map(({ access_token }) => openSocket(access_token)))
    for (const { access_token } of others) expect((await as(access_token).get('/auth/me')).status).toBe(200)
    expect((await as(here.access_token).delete('/auth/sessions')).status).toBe(204)
    for (const { access_token } of others) expect((await as(access_token).get('/auth/me')).status).toBe(401)
    expect((await as(here.access_token).get('/auth/sessions')).body.items).toHaveLength(1)
    await Promise.all(sockets.map(({ closed }) => closed()))
  })

  it('tells the other pages of the person, and nobody else', async () => {
    const [here, eve] = [await signIn(), (await server.people('eve'))[0]]
    const [mine, hers] = [
      await listen(server.url, { token: here.access_token }),
      await listen(server.url, eve),
    ]
    await signIn()
    await mine.hear('account_changed', { what: 'sessions' })
    mine.heard.length = 0
    await as(here.access_token).delete('/auth/sessions')
    await mine.hear('account_changed', { what: 'sessions' })
    expect(hers.heard).toEqual([])
    for (const { socket } of [mine, hers]) socket.disconnect()
  })

  it('ends none of somebody else', async () => {
    const [bo] = await server.people('bo')
    const [{ id }] = (await bo.get('/auth/sessions')).body.items
    const here = as((await signIn()).access_token)
    expect((await here.delete(`/auth/sessions/${id}`)).status).toBe(404)
    expect((await here.delete(`/auth/sessions/${randomUUID()}`)).status).toBe(404)
    expect((await bo.get('/auth/me')).status).toBe(200)
  })

  it('says nothing of sessions that ran out', async () => {
    const here = as((await signIn()).access_token)
    await signIn()
    await here.delete('/auth/sessions')
    await signIn()
    await sql(`update sessions set last_used_at = now() - interval '8 d'
      where id = (select id from sessions where user_id = '${ana.id}' order by created_at desc limit 1)`)
    expect((await here.get('/auth/sessions')).body.items).toHaveLength(1)
  })
})
