import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Client, createClient } from '../../../test/client.ts'
import { PASSWORD, startBeside, startTestServer, type TestServer } from '../../../test/server.ts'
import { agree, comeBack, link } from '../../../test/spotify/link.ts'
import { createListener } from '../../../test/spotify/listener.ts'
import { type Fault, type SpotifyStandIn, startSpotify } from '../../../test/spotify/stand-in.ts'

let spotify: SpotifyStandIn
let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  spotify = await startSpotify()
  server = await startTestServer(spotify.env)
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterEach(async () => {
  spotify.heal()
  spotify.accounts.rotates = true
  for (const who of [ana, bo]) await who.delete('/connections/spotify')
})
afterAll(async () => {
  await server.stop()
  await spotify.close()
})

const query = async (text: string, values: unknown[] = []) => (await server.app.pool.query(text, values)).rows
const stateOf = async (who: Client) => (await who.get('/connections')).body.items[0].state
/** Waits until somebody's token has been renewed. */
const renewed = () =>
  vi.waitFor(async () =>
    expect(await query('select 1 from linked_accounts where access_expires_at <= now()')).toEqual([]),
  )
const redeemed = () => spotify.asked.filter(({ path }) => path === '/api/token').length

describe('connecting an account', () => {
  it('asks for what is used, and says whose it is; nobody can read its tokens in the database', async () => {
    expect((await ana.get('/connections')).body.items).toEqual([
      {
        provider: 'spotify',
        configured: true,
        state: 'none',
        account_name: null,
        scopes: [],
        connected_at: null,
        ends_at: null,
      },
    ])
    spotify.listener = createListener('ana')
    expect(await comeBack(ana, await agree(ana, '/mood?tab=queue'))).toBe(
      '/mood?tab=queue&connection=connected',
    )
    const [connection] = (await ana.get('/connections')).body.items
    expect(connection).toMatchObject({ state: 'connected', account_name: 'ana at Spotify' })
    expect(connection.scopes).toContain('user-library-read')
    const halfAYear = Date.parse(connection.ends_at) - Date.parse(connection.connected_at)
    expect(Math.round(halfAYear / 86_400_000 / 30)).toBe(6)
    const [kept] = await query(`select l::text as text, external_id from linked_accounts l`)
    // the id that stays, and not the one that may change
    expect(kept.external_id).toBe('ana')
    const plain = Buffer.from('access-').toString('hex')
    expect(kept.text).not.toContain(plain)
    expect(await query('select 1 from connection_requests')).toEqual([])
    expect((await bo.get('/connections')).body.items[0].state).toBe('none')
  })

  it('17: comes back once only', async () => {
    const back = await agree(ana)
    expect(await comeBack(ana, back)).toContain('connection=connected')
    const before = redeemed()
    expect(await comeBack(ana, back)).toBe('/settings/connections?connection=expired')
    expect(redeemed()).toBe(before)
  })

  it('17: comes back with its own state', async () => {
    const before = redeemed()
    const back = await agree(ana)
    const code = new URLSearchParams(back).get('code')
    for (const state of [
      '',
      '&state=a&state=b',
      `&state=${'x'.repeat(501)}`,
      `&state=${'x'.repeat(43)}`,
      `&state=${new URLSearchParams(back).get('state')}x`,
    ])
      expect(await comeBack(ana, `?code=${code}${state}`)).toContain('connection=expired')
    expect([await stateOf(ana), redeemed()]).toEqual(['none', before])
  })

  it('17: comes back as the person who went', async () => {
    const before = redeemed()
    const back = await agree(ana)
    for (const other of [bo, server.stranger])
      expect(await comeBack(other, back)).toContain('connection=expired')
    expect([await stateOf(bo), redeemed()]).toEqual(['none', before])
    // nobody else's visit takes hers away
    expect(await comeBack(ana, back)).toContain('connection=connected')
  })

  it('17: comes back within ten minutes', async () => {
    const back = await agree(ana)
    const [{ left }] = await query(
      `select extract(epoch from expires_at - now()) as left from connection_requests`,
    )
    expect(Number(left)).toBeLessThanOrEqual(600)
    await query(`update connection_requests set expires_at = now() - interval '1 second'`)
    expect(await comeBack(ana, back)).toContain('connection=expired')
  })

  it('17: comes back with the verifier that went', async () => {
    const back = await agree(ana)
    const { rows } = await server.app.pool.query('select verifier from connection_requests')
    await agree(ana)
    // sealed for one state, it opens for no other
    await query('update connection_requests set verifier = $1', [rows[0].verifier])
    const before = redeemed()
    const other = await agree(ana)
    await query(`update connection_requests set verifier = ''`)
    expect(await comeBack(ana, other)).toContain('connection=expired')
    expect(await comeBack(ana, back)).toContain('connection=expired')
    expect(redeemed()).toBe(before)
  })

  it('17: comes back to the very address that was named', async () => {
    const begun = await ana.post('/connections/spotify')
    const address = new URL(begun.body.authorize_url)
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: spotify.env.SPOTIFY_REDIRECT_URI,
      code_challenge_method: 'S256',
    })
    address.searchParams.set('redirect_uri', 'http://127.0.0.1:3000/elsewhere')
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(400)
    const back = await agree(ana)
    // set up anew meanwhile: the code was made for another
    await query(`update connection_requests set redirect_uri = 'http://127.0.0.1:1/other'`)
    expect(await comeBack(ana, back)).toContain('connection=expired')
  })

  it('17: takes no code that Spotify does not, nor its own for another verifier', async () => {
    const [one, two] = [await agree(ana), await agree(ana)].map((search) => new URLSearchParams(search))
    expect(await comeBack(ana, `?code=made-up&state=${one?.get('state')}`)).toContain('connection=failed')
    const third = new URLSearchParams(await agree(ana))
    expect(await comeBack(ana, `?code=${third.get('code')}&state=${two?.get('state')}`)).toContain(
      'connection=failed',
    )
    expect(await stateOf(ana)).toBe('none')
  })

  it('says when its owner did not agree, and when Spotify does not answer', async () => {
    spotify.listener = { ...createListener('ana'), agrees: false }
    expect(await comeBack(ana, await agree(ana, '/mood'))).toBe('/mood?connection=refused')
    spotify.listener = createListener('ana')
    const faults = [
      ...[{ status: 500 }, 'cut', 'html'].map((does) => ({ on: 'POST /api/token', does })),
      { on: 'GET /me', does: 'html' },
    ] as Fault[]
    for (const fault of faults) {
      spotify.fail(fault)
      expect(await comeBack(ana, await agree(ana))).toContain('connection=failed')
    }
    expect(await stateOf(ana)).toBe('none')
  })

  it('keeps an account to one person here', async () => {
    await link(spotify, ana, createListener('shared'))
    spotify.listener = createListener('shared')
    expect(await comeBack(bo, await agree(bo))).toContain('connection=taken')
    expect([await stateOf(ana), await stateOf(bo)]).toEqual(['connected', 'none'])
  })

  it('46: leads nowhere else', async () => {
    for (const return_to of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'x',
      '/..//evil.example',
    ])
      expect((await ana.post('/connections/spotify', { return_to })).body.errors?.[0].field).toBe('return_to')
  })

  it('knows a browser by its cookies, also when the short-lived one ran out meanwhile', async () => {
    const signedIn = await server.stranger.post('/auth/login', { identifier: 'ana', password: PASSWORD })
    const cookies = signedIn.headers.getSetCookie()
    for (const line of cookies) expect(line).toMatch(/SameSite=Lax/i)
    const [access, refresh] = cookies.map((line) => line.split(';', 1)[0] ?? '')
    for (const cookie of [`${access}; ${refresh}`, refresh ?? '']) {
      spotify.listener = createListener('ana')
      const init = { headers: { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } }
      expect(await comeBack(server.stranger, await agree(ana), init)).toContain('connection=connected')
    }
    expect(await stateOf(ana)).toBe('connected')
  })
})

describe('an account that is connected', () => {
  it('is renewed once for all who wait for it, and keeps what was rotated', async () => {
    await link(spotify, ana)
    for (const rotates of [true, false]) {
      spotify.accounts.rotates = rotates
      await query(`update linked_accounts set access_expires_at = now()`)
      const before = spotify.accounts.renewals
      await Promise.all(Array.from({ length: 4 }, () => ana.get('/auth/status')))
      await renewed()
      expect(spotify.accounts.renewals).toBe(before + 1)
      expect((await ana.get('/auth/status')).body.spotify).toEqual({ linked: true, needs_reconnect: false })
    }
  })

  it('is renewed once over all processes', async () => {
    await link(spotify, ana)
    const beside = await startBeside(server, spotify.env)
    const there = createClient(beside.url, ana)
    for (let round = 1; round <= 3; round++) {
      await query(`update linked_accounts set access_expires_at = now()`)
      const before = spotify.accounts.renewals
      await Promise.all([ana, there, ana, there].map((who) => who.get('/auth/status')))
      await renewed()
      expect(spotify.accounts.renewals).toBe(before + 1)
    }
    await beside.stop()
    expect(await stateOf(ana)).toBe('connected')
  })

  it('has to be agreed to anew where the server’s secret is another, and is not spoilt by that', async () => {
    await link(spotify, ana)
    const SESSION_SECRET = 'quite another secret than before'
    const beside = await startBeside(server, { ...spotify.env, SESSION_SECRET })
    const { body } = await createClient(beside.url).post('/auth/login', {
      identifier: 'ana',
      password: PASSWORD,
    })
    const there = createClient(beside.url, { token: body.access_token })
    expect(await stateOf(there)).toBe('reconnect')
    expect((await there.get('/auth/status')).body.spotify).toEqual({ linked: true, needs_reconnect: true })
    await beside.stop()
    expect(await stateOf(ana)).toBe('connected')
  })

  it('has to be agreed to anew once Spotify takes its token no more', async () => {
    await link(spotify, ana)
    spotify.accounts.revoke()
    await query(`update linked_accounts set access_expires_at = now()`)
    // a page waits a second for it at most
    await vi.waitFor(async () => {
      const { body } = await ana.get('/auth/status')
      expect(body.spotify).toEqual({ linked: true, needs_reconnect: true })
    })
    expect((await ana.get('/connections')).body.items[0]).toMatchObject({ state: 'reconnect', ends_at: null })
    const [{ size }] = await query(
      'select length(access_token) + coalesce(length(refresh_token), 0) as size from linked_accounts',
    )
    expect(size).toBe(0)
    await link(spotify, ana)
    expect(await stateOf(ana)).toBe('connected')
  })

  it('is not given up for an outage, nor for a fault of ours', async () => {
    await link(spotify, ana)
    for (const does of [{ status: 503 }, 'cut', { status: 401, reason: 'invalid_client' }] as const) {
      spotify.fail({ on: 'POST /api/token', does })
      await query(`update linked_accounts set access_expires_at = now()`)
      expect((await ana.get('/auth/status')).body.spotify).toEqual({ linked: true, needs_reconnect: false })
    }
  })

  it('goes with its tokens when it is disconnected, as often as one likes', async () => {
    await link(spotify, ana)
    await ana.post('/connections/spotify')
    for (const _again of [1, 2]) expect((await ana.delete('/connections/spotify')).status).toBe(204)
    expect(await stateOf(ana)).toBe('none')
    for (const table of ['linked_accounts', 'connection_requests'])
      expect(await query(`select 1 from ${table}`)).toEqual([])
    expect((await ana.get('/auth/status')).body.spotify).toEqual({ linked: false, needs_reconnect: false })
  })
})

it('answers by its older names, too', async () => {
  expect((await server.stranger.get('/auth/login')).body.code).toBe('sign_in_first')
  spotify.listener = createListener('ana')
  const back = async () => {
    const { body } = await ana.get('/auth/login')
    expect(body.success).toBe(true)
    const { headers } = await fetch(body.auth_url, { redirect: 'manual' })
    return new URL(headers.get('location') ?? '').search
  }
  const page = '/settings/connections?connection='
  expect(await comeBack(ana, await back(), {}, '/auth/callback')).toBe(`${page}connected&linked=spotify`)
  spotify.listener.agrees = false
  expect(await comeBack(ana, await back(), {}, '/auth/callback')).toBe(`${page}refused&error=refused`)
  expect(await comeBack(server.stranger, '', {}, '/auth/callback')).toBe(`${page}expired&error=expired`)
})

it('can only be begun where it is set up', async () => {
  const plain = await startTestServer()
  const [cleo] = await plain.people('cleo')
  expect((await cleo.get('/connections')).body.items[0]).toMatchObject({ configured: false, state: 'none' })
  expect((await cleo.post('/connections/spotify')).body.code).toBe('provider_not_configured')
  expect((await cleo.get('/auth/login')).body.code).toBe('provider_not_configured')
  expect(await comeBack(cleo, '?code=x&state=y')).toContain('connection=failed')
  expect((await cleo.delete('/connections/spotify')).status).toBe(204)
  await plain.stop()
})

it('Spotify’s description refused nothing that was asked', () => {
  expect(spotify.refused).toEqual([])
  expect(spotify.untrue).toEqual([])
})
