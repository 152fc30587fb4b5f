import { afterAll, beforeAll, expect, it } from 'vitest'
import { empty } from '../../apps/server/test/roles.ts'
import { startTestServer, type TestServer } from '../../apps/server/test/server.ts'
import { fuzz } from './run.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  // the fuzzer makes the first account, and so reaches what only admins can
  await empty(server)
})
afterAll(() => server.stop())

/** The long form, with another seed each time, is `npm run fuzz`. */
it('41, 42, 47, 48: no operation breaks on 400 spoilt requests, or answers what the contract does not name', async () => {
  const { findings, byStatus } = await fuzz({ url: server.url, seed: 'in every run the same', requests: 400 })
  expect(findings).toEqual([])
  // a run of nothing but refusals would prove nothing
  expect(byStatus.get(200)).toBeGreaterThan(40)
  expect(byStatus.get(422)).toBeGreaterThan(40)
})
