import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { refuse } from '@sharemyshows/contract/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './problem.ts'

const YEAR = 31_536_000_000

/** True when a browser asks for a page, not a program for data. */
const wantsPage = (request: FastifyRequest) =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  (request.headers.accept?.includes('text/html') ?? false)

/** The built web app: hashed assets for ever, every other address of a page answers the app itself. */
export async function registerWeb(app: FastifyInstance, dist: string, info: object): Promise<void> {
  const built = existsSync(path.join(dist, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: dist,
      wildcard: true,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) => {
        const hashed = file.includes(`${path.sep}assets${path.sep}`)
        const age = hashed ? `public, max-age=${YEAR / 1000}, immutable` : 'no-cache'
        reply.header('cache-control', age)
      },
    })
  }
  const sendPage = (reply: FastifyReply) =>
    built
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : reply.code(503).send('The web app is not built.')

  app.get('/', { schema: { hide: true } }, async (request, reply) =>
    wantsPage(request) ? sendPage(reply) : reply.send(info),
  )
  app.setNotFoundHandler((request, reply) => {
    const isApi = request.url.startsWith('/api/') || request.url.startsWith('/socket.io')
    if (!isApi && wantsPage(request)) return sendPage(reply)
    return sendProblem(request, reply, refuse('route_not_found'))
  })
}
