import { it } from 'vitest'
import { startTestServer } from './server.ts'

it('closes once the last answer is sent, though its connection could be used again', async () => {
  const server = await startTestServer()
  const registering = Promise.allSettled(['ana', 'bo', 'cy'].map((name) => server.people(name)))
  await server.stranger.get('/health')
  await server.stop()
  await registering
})
