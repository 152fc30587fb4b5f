import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { madeUpPlace, type Providers, startProviders } from '../../../test/providers/index.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

/** A busy machine is no fault of theirs. */
const patient = { PROVIDER_TIMEOUT_MS: '30000' }

/** With Google alone. */
let providers: Providers
let server: TestServer
let ada: Client
let cleo: Client
beforeAll(async () => {
  providers = await startProviders('google')
  // what it is asked for by operators
  providers.world.places.push(madeUpPlace(75, 'Paris'))
  server = await startTestServer({ ...providers.env, ...patient, GOOGLE_PLACES_A_DAY: '500', ROLE: 'web' })
  ;[ada, cleo] = await server.people('ada', 'cleo')
  await appoint(server, 'admin', ada)
})
afterAll(async () => {
  expect([providers.refused, providers.untrue]).toEqual([[], []])
  await server.stop()
  await providers.close()
})

describe('how things stand with providers', () => {
  const standings = async () => (await ada.get('/admin/providers')).body.items
  const check = async (name: string) => (await ada.post(`/admin/providers/${name}/check`, {})).body

  it('is for admins alone', async () => {
    const [mo] = await server.people('mo')
    await appoint(server, 'moderator', mo)
    for (const [who, code] of [
      [cleo, 'forbidden'],
      [mo, 'forbidden'],
      [server.stranger, 'unauthenticated'],
    ] as const) {
      expect((await who.get('/admin/providers')).body.code).toBe(code)
      expect((await who.post('/admin/providers/google/check', {})).body.code).toBe(code)
    }
    expect(providers.asked).toEqual([])
  })

  it('is told before, after a good and after a bad answer', async () => {
    const before = await standings()
    expect(before.map((one: { name: string; configured: boolean }) => [one.name, one.configured])).toEqual([
      ['setlistfm', false],
      ['google', true],
      ...['musicbrainz', 'nominatim', 'photon', 'spotify', 'soundnet'].map((name) => [name, false]),
    ])
    const untouched = {
      reachable: null,
      asked_today: 0,
      answered_at: null,
      failed_at: null,
      last_error: null,
    }
    expect(before[1]).toMatchObject({ setting: 'GOOGLE_PLACES_KEY', most_a_day: 500, ...untouched })

    expect(await check('google')).toMatchObject({
      result: 'ok',
      standing: { reachable: true, asked_today: 1, failed_at: null },
    })
    providers.fail({ of: 'google', does: { status: 403 } })
    const refused = await check('google')
    expect(refused).toMatchObject({ result: 'needs_key', standing: { reachable: false, asked_today: 2 } })
    expect(refused.standing.last_error).toMatch(/key/)
    expect((await standings())[1]).toEqual(refused.standing)
    expect(JSON.stringify(refused)).not.toContain(providers.env.GOOGLE_PLACES_KEY)
  })

  it.each([
    ['setlistfm', 'provider_not_configured'],
    ['spotify', 'provider_not_configured'],
    ['nobody', 'not_found'],
  ])('asking %s is %s', async (name, code) => {
    expect((await check(name)).code).toBe(code)
  })
})

it('Google is asked in sessions that end with what was chosen, and nothing of it is kept', async () => {
  const from = providers.asked.length
  /** Again while it is late: a busy machine is no fault of theirs. */
  const type = async (input: string) => {
    const once = async () => (await cleo.post('/external/venue/autocomplete', { input })).body
    let body = await once()
    while (body.tried.length > 0) body = await once()
    return body
  }
  const typed = await type('tivo')
  expect(typed).toMatchObject({ provider: 'google', attribution: { text: 'Google Maps' } })
  expect(typed.items[0]).toMatchObject({ name: 'TivoliVredenburg', address: 'Utrecht', point: null })
  await type('tivoli')
  const { place_id } = typed.items[0]
  expect((await cleo.post('/external/venue/details', { place_id })).body.provider).toBe('google')
  await type('tivoli')
  const sessions = providers.asked
    .slice(from)
    .map(({ method, body, query }) =>
      method === 'GET' ? `ends ${query.sessionToken}` : JSON.parse(body).sessionToken,
    )
  const [first, ended, second, ...others] = [...new Set(sessions)]
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect(ended).toBe(`ends ${first}`)
  expect(second).toMatch(/^[0-9a-f-]{36}$/)
  expect(others).toEqual([])
  expect((await server.app.pool.query('select from provider_answers')).rows).toEqual([])
})
