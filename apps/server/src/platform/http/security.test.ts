import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { registerSecurityHeaders } from './security.ts'

async function policyWith(artworkOrigins: string[]): Promise<string> {
  const app = Fastify()
  registerSecurityHeaders(app, { https: true, filesOrigin: null, artworkOrigins })
  app.get('/', () => 'here')
  const { headers } = await app.inject('/')
  await app.close()
  return String(headers['content-security-policy'])
}

it('pictures of songs and covers come from elsewhere only where they are to', async () => {
  expect(await policyWith([])).toContain("img-src 'self' data: blob:;")
  const policy = await policyWith(['https://pictures.example', 'https://covers.example'])
  expect(policy).toContain("img-src 'self' data: blob: https://pictures.example https://covers.example;")
  expect(policy).toContain("default-src 'self';")
})
