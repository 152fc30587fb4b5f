import { isRefusal } from '@sharemyshows/contract/errors'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { appoint } from '../../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { transact } from '../../../platform/db/transact.ts'
import { createAudit } from '../../audit/feature.ts'
import { changeStanding, type Standing } from './standing.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
  await server.app.pool.query(`delete from users where username = 'founder'`)
})
afterAll(() => server.stop())

// without the password, whose hash would keep the two from meeting
const change = (by: Client, whom: Client, standing: Standing) => {
  const { db } = server.app
  return transact(db, (tx) => changeStanding(tx, createAudit({ db }), by.id, whom.id, standing))
}

it.each<[string, Standing, Standing]>([
  ['demote', { role: 'attendee' }, { role: 'moderator' }],
  ['suspend', { suspended: true }, { suspended: true }],
  ['demote and suspend', { role: 'attendee' }, { suspended: true }],
])('of two admins who %s each other at once, one stays', async (_name, one, other) => {
  for (let round = 0; round < 10; round++) {
    await appoint(server, 'admin', ana, bo)
    await server.app.pool.query('update users set suspended_at = null')
    const answers = await Promise.all([change(ana, bo, one), change(bo, ana, other)])
    expect(answers.filter(isRefusal)).toHaveLength(1)
    const { rows } = await server.app.pool.query(
      `select id from users where role = 'admin' and suspended_at is null`,
    )
    expect(rows).toHaveLength(1)
  }
})

it('whoever is no admin any more decides nothing, however she came here', async () => {
  await server.app.pool.query(`update users set role = 'attendee', suspended_at = null`)
  await appoint(server, 'admin', bo)
  expect(await change(ana, bo, { suspended: true })).toMatchObject({ refused: 'forbidden' })
})
