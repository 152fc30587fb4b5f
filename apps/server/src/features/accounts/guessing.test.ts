import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allJobsDone } from '../../../test/mail.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ RATE_LIMITS: 'on', TRUST_PROXY: '127.0.0.1' })
  await server.people('ana', 'bo')
})
afterAll(() => server.stop())
beforeEach(() => server.app.pool.query('truncate rate_limits'))

const WRONG = 'not the password'
const signIn = async (ip: string, password: string, identifier = 'ana') =>
  server.stranger.post('/auth/login', { identifier, password }, { 'x-forwarded-for': ip })
const statuses = async (ips: string[], password = WRONG, identifier = 'ana') => {
  const found: number[] = []
  for (const ip of ips) found.push((await signIn(ip, password, identifier)).status)
  return found
}
const times = (count: number, ip: string) => Array.from({ length: count }, () => ip)

describe('2: guessing passwords', () => {
  it('is refused after ten wrong ones, a hundred at once as well, and keeps nobody out elsewhere', async () => {
    const all = await Promise.all(times(100, '203.0.113.9').map((ip) => signIn(ip, WRONG)))
    const judged = all.filter(({ status }) => status !== 429)
    expect(judged.map(({ status }) => status)).toEqual(Array(10).fill(401))
    const refused = await signIn('203.0.113.9', PASSWORD)
    expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await signIn('198.51.100.7', PASSWORD)).status).toBe(200)
    await allJobsDone(server)
    const { rows } = await server.app.pool.query(
      `select a.act from audit_events a join users u on u.id = a.subject_id
        where u.username = 'ana' and a.act = 'sign_ins_refused'`,
    )
    expect(rows).toHaveLength(1)
  })

  it('keeps no neighbour out, who has the same address', async () => {
    expect(await statuses(times(12, '203.0.113.10'))).toEqual([...Array(10).fill(401), 429, 429])
    expect((await signIn('203.0.113.10', PASSWORD, 'bo')).status).toBe(200)
  })

  it('has no second ten under the e-mail address', async () => {
    await statuses(times(10, '203.0.113.11'))
    expect((await signIn('203.0.113.11', WRONG, 'ANA@example.org')).status).toBe(429)
  })

  it('is counted anew after the right one', async () => {
    await statuses(times(9, '203.0.113.12'))
    expect((await signIn('203.0.113.12', PASSWORD)).status).toBe(200)
    expect(await statuses(times(10, '203.0.113.12'))).toEqual(Array(10).fill(401))
  })

  it('counts a whole /64 of IPv6 as one address', async () => {
    const inside = Array.from({ length: 10 }, (_, n) => `2001:db8:0:7::${n + 1}`)
    expect(await statuses(inside)).toEqual(Array(10).fill(401))
    expect((await signIn('2001:db8:0:7:ffff:1:2:3', PASSWORD)).status).toBe(429)
    expect((await signIn('2001:db8:0:8::1', PASSWORD)).status).toBe(200)
  })

  it('is slowed down from very many addresses, while the owner comes in from anywhere', async () => {
    expect((await signIn('192.0.2.1', PASSWORD)).status).toBe(200)
    await signIn('192.0.2.2', WRONG)
    await server.app.pool.query(`update rate_limits set points = 100 where key like 'login-anywhere:%'`)
    expect(await statuses(['192.0.2.3', '192.0.2.3', '192.0.2.4', '192.0.2.4'])).toEqual([401, 429, 401, 429])
    expect(await statuses(times(10, '192.0.2.1'))).toEqual(Array(10).fill(401))
    expect((await signIn('192.0.2.5', PASSWORD)).status).toBe(200)
  })

  it('is counted for names that nobody has, too', async () => {
    const guesses = await statuses(times(12, '203.0.113.13'), WRONG, 'nobody at all')
    expect(guesses).toEqual([...Array(10).fill(401), 429, 429])
  })

  it('leaves neither names nor addresses behind', async () => {
    await statuses(times(12, '203.0.113.14'))
    const { rows } = await server.app.pool.query('select key from rate_limits')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/203\.0|ana/)
  })
})

it('16: a forged X-Forwarded-For is no other address, unless a trusted proxy says it', async () => {
  const open = await startTestServer({ RATE_LIMITS: 'on' })
  await open.people('ana')
  const found: number[] = []
  for (let n = 0; n < 12; n++) {
    const headers = {
      'x-forwarded-for': `203.0.113.${n}`,
      forwarded: `for=203.0.113.${n}`,
      'x-real-ip': '::2',
    }
    const body = { identifier: 'ana', password: WRONG }
    found.push((await open.stranger.post('/auth/login', body, headers)).status)
  }
  expect(found).toEqual([...Array(10).fill(401), 429, 429])
  await open.stop()
})
