import { Agent, request } from 'node:http'
import { expect, it } from 'vitest'
import { startTestServer } from './server.ts'

it('answers what has begun and then closes, though the connection could be used again', async () => {
  const server = await startTestServer()
  const answered = Promise.withResolvers<number>()
  const late = request(
    `${server.url}/api/v1/auth/login`,
    {
      method: 'POST',
      agent: new Agent({ keepAlive: true }),
      headers: { 'content-type': 'application/json', 'content-length': '2' },
    },
    (answer) => answered.resolve(answer.resume().statusCode ?? 0),
  )
  late.write('{')
  await server.stranger.get('/health')
  const stopped = server.stop()
  late.end('}')
  expect(await answered.promise).toBe(422)
  await stopped
})
