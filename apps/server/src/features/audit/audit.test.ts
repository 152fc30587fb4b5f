import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { createAudit } from './feature.ts'

let server: TestServer
let admin: Client
let bo: Client
const record = (line: Parameters<ReturnType<typeof createAudit>['record']>[1]) =>
  server.app.db.transaction().execute((tx) => createAudit({ db: server.app.db }).record(tx, line))

beforeAll(async () => {
  server = await startTestServer()
  ;[admin, bo] = await server.people('ada', 'bo')
  await appoint(server, 'admin', admin)
  for (let index = 0; index < 5; index++) {
    await record({ actor: admin.id, act: 'sessions_ended', subject: bo.id, details: { index } })
  }
  await record({ actor: null, act: 'sign_ins_refused', subject: admin.id })
})
afterAll(() => server.stop())

it('is read newest first, page by page, by act and by person', async () => {
  const first = await admin.get('/admin/audit?act=sessions_ended&limit=3')
  const second = await admin.get(`/admin/audit?act=sessions_ended&limit=3&cursor=${first.body.next_cursor}`)
  const seen = [...first.body.items, ...second.body.items]
  expect(seen.map(({ details }) => details.index)).toEqual([4, 3, 2, 1, 0])
  expect(second.body.next_cursor).toBeNull()
  const ofAda = await admin.get(`/admin/audit?person_id=${admin.id}`)
  expect(ofAda.body.items[0]).toMatchObject({
    act: 'sign_ins_refused',
    actor: null,
    subject: { name: 'ada' },
  })
  expect((await admin.get(`/admin/audit?person_id=${bo.id}`)).body.items).toHaveLength(5)
})

it.each([
  ['changed', `update audit_events set act = 'founded'`],
  ['told otherwise', `update audit_events set details = '{"index": 9}'`],
  ['put on another', `update audit_events set actor_id = subject_id`],
  ['taken away', 'delete from audit_events'],
  ['emptied', 'truncate audit_events'],
])('is never %s', async (_name, statement) => {
  await expect(server.app.pool.query(statement)).rejects.toThrow('only ever added to')
})

it('keeps what a deleted person did under a pseudonym, which is not changed again', async () => {
  const audit = createAudit({ db: server.app.db })
  await server.app.db.transaction().execute(async (tx) => {
    await audit.pseudonymise(tx, bo.id, 'deleted-7f3a91')
    await tx.deleteFrom('users').where('id', '=', bo.id).execute()
  })
  const { body } = await admin.get('/admin/audit?act=sessions_ended&limit=1')
  expect(body.items[0].subject).toEqual({ id: null, name: 'deleted-7f3a91' })
  const again = `update audit_events set subject_pseudonym = 'somebody else' where subject_pseudonym is not null`
  await expect(server.app.pool.query(again)).rejects.toThrow('only ever added to')
})
