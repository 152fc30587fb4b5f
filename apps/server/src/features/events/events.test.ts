import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { evening, makeEvent } from '../../../test/events.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let org: Client
let ana: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[org, ana] = await server.people('org', 'ana')
  await appoint(server, 'organizer', org)
})
afterAll(() => server.stop())

describe('an event', () => {
  it('is made and read', async () => {
    const made = await makeEvent(org, { title: 'First' })
    const read = await ana.get(`/events/${made.id}`)
    expect(read.body.title).toBe('First')
    const { body } = await ana.get('/events?near=52.09,5.11')
    expect(body.items.map((e: { id: string }) => e.id)).toContain(made.id)
    const changed = await org.patch(`/events/${made.id}`, { title: 'Second' })
    expect(changed.status).toBe(200)
    expect((await ana.get('/events/map?bbox=5,52,6,53')).body.items).toHaveLength(1)
    expect((await ana.get('/events/categories')).status).toBe(200)
    expect((await ana.get('/events?q=second&bbox=5,52,6,53')).body.items).toHaveLength(1)
    expect(evening().title).toBeTruthy()
  })
})
