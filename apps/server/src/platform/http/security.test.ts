import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { registerSecurityHeaders } from './security.ts'

async function policyWith(artworkOrigin: string | null): Promise<string> {
  const app = Fastify()
  registerSecurityHeaders(app, { https: true, filesOrigin: null, artworkOrigin })
  app.get('/', () => 'here')
  const { headers } = await app.inject('/')
  await app.close()
  return String(headers['content-security-policy'])
}

it('pictures of songs come from elsewhere only where they are to', async () => {
  expect(await policyWith(null)).toContain("img-src 'self' data: blob:;")
  const policy = await policyWith('https://pictures.example')
  expect(policy).toContain("img-src 'self' data: blob: https://pictures.example;")
  expect(policy).toContain("default-src 'self';")
})
