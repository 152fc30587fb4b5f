import type { Endpoint } from '@sharemyshows/contract/endpoint'
import { endpoints } from '@sharemyshows/contract/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Client } from './client.ts'
import { appoint } from './roles.ts'
import { startTestServer, type TestServer } from './server.ts'
import { makeThings, pathOf, type Things } from './things.ts'

/** Attacks on everything that can be asked, generated from the contract. */
type Field = { enum?: string[]; default?: unknown; type?: string; maximum?: number }
const asked = endpoints
  // what only leads on is attacked beside its feature
  .filter(({ method, query, answers }) => method === 'GET' && query !== undefined && !('302' in answers))
  .map((endpoint) => {
    const schema = (io: 'input' | 'output') =>
      z.toJSONSchema(endpoint.query as z.ZodType, { io, unrepresentable: 'any' })
    const fields = Object.entries((schema('output').properties ?? {}) as Record<string, Field>)
    return [`GET ${endpoint.path}`, endpoint, fields, schema('input').required ?? []] as const
  })

let server: TestServer
let ana: Client
let things: Things
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
  // so that what only admins can ask is asked, too; otherwise she sees what anybody would
  await appoint(server, 'admin', ana)
  things = await makeThings(ana, 'quiet night', { is_public: false })
})
afterAll(() => server.stop())

/** Required ones have to be there for the others to be looked at. */
const ask = (path: string, required: string[], query: Record<string, string>) => {
  const needed = Object.fromEntries(required.map((name) => [name, 'zzqx']))
  return ana.get(`${path}?${new URLSearchParams({ ...needed, ...query })}`)
}
/** Asks for one thing, which is there or not. */
const isForOne = ({ problems }: Endpoint) => problems.includes('not_found')

describe('41: what is SQL elsewhere is a text here', () => {
  const injections = [
    "' or '1'='1",
    "'; drop table users; --",
    "zzqx') union select username, email from users--",
    "'||(select pg_sleep(30))||'",
    '%',
  ]

  it.each(asked)('%s', async (_name, endpoint, fields, required) => {
    const path = pathOf(endpoint, things)
    const fine = [200, 422, ...(isForOne(endpoint) ? [404] : [])]
    for (const [field, { type, enum: names }] of fields) {
      const answers = await Promise.all(injections.map((text) => ask(path, required, { [field]: text })))
      for (const { status, body } of answers) {
        // names of orders and filters are a closed list, numbers are numbers; a text finds what has it, which is nothing
        if (names !== undefined || type !== 'string')
          expect([status, body.code]).toEqual([422, 'validation_failed'])
        else expect(fine, JSON.stringify(body)).toContain(status)
        expect(JSON.stringify(body)).not.toContain('quiet night')
        expect(JSON.stringify(body)).not.toContain('ana@example.org')
      }
    }
    expect((await ana.get('/users/me')).body.username).toBe('ana')
  })
})

describe('43: pages are bounded', () => {
  const paged = asked.filter(([, , fields]) => fields.some(([name]) => name === 'limit'))

  it.each(paged)('%s', async (_name, endpoint, _fields, required) => {
    const path = pathOf(endpoint, things)
    for (const limit of ['1000000000', '-1', '1e308', '']) {
      const { status, body } = await ask(path, required, { limit })
      expect([limit, status]).toEqual([limit, 422])
      expect(body.errors[0].field).toBe('limit')
    }
  })
})
