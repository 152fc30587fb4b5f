import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { refuse } from '@sharemyshows/contract/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { readPreloads } from './preloads.ts'
import { sendProblem } from './problem.ts'

const YEAR = 31_536_000_000

/** What stands in the head of a page, and whether there is such a page for everybody. */
export type DescribedPage = { status: 200 | 404 | 503; head: string }
/** Pages that say what they are to those who do not run the app. */
export type Described = {
  /** Their addresses, as routes are written. */
  paths: readonly string[]
  /** Describes the page at an address as a stranger would see it; null for addresses that describe nothing. */
  describe: (request: FastifyRequest) => Promise<DescribedPage | null>
}

/** What every page says of itself until it is described; the description takes the title's place. */
const TITLE = /<title>[^<]*<\/title>/
const GENERAL = /\s*<meta name="description"[^>]*>/
const UNBUILT = '<!doctype html><html lang="en"><head><title></title></head>The web app is not built.</html>'

/** While the database is away, the app still loads and says so itself. */
const UNDESCRIBED: DescribedPage = { status: 503, head: '<title>ShareMyShows</title>' }

/** True when a browser asks for a page, not a program for data. */
const wantsPage = (request: FastifyRequest) => isRead(request) && accepts(request, /text\/html/)

/** True when a page will do: those who make link previews often take anything. */
const takesPage = (request: FastifyRequest) => isRead(request) && accepts(request, /text\/(html|\*)|\*\/\*/)

const isRead = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD'
const accepts = ({ headers }: FastifyRequest, types: RegExp) => types.test(headers.accept ?? '*/*')

/**
 * The built web app: hashed assets for ever, every other address of a page answers the app itself; the first page
 * comes rendered for strangers, whom it is for.
 */
export async function registerWeb(
  app: FastifyInstance,
  dist: string,
  info: object,
  { paths, describe }: Described,
  isStranger: (request: FastifyRequest) => boolean,
): Promise<void> {
  const index = path.join(dist, 'index.html')
  const built = existsSync(index)
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
  const preloads = readPreloads(path.join(dist, 'pages.json'))
  const htmlFor = async (request: FastifyRequest, file = index) => {
    const [address = ''] = request.url.split('?', 1)
    const links = preloads(address, !isStranger(request))
    return (await readFile(file, 'utf8')).replace('</head>', () => `${links}</head>`)
  }
  const sendHtml = (reply: FastifyReply, html: string) =>
    reply
      .headers({
        'cache-control': 'no-cache',
        'content-type': 'text/html; charset=utf-8',
        // members' pages name their data
        vary: 'cookie',
      })
      .send(html)
  const sendPage = async (request: FastifyRequest, reply: FastifyReply) =>
    built ? sendHtml(reply, await htmlFor(request)) : reply.code(503).send('The web app is not built.')

  /** The app with what this page says of itself; asked for anew each time, so that what turns private is gone at once. */
  const sendDescribed = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { status, head }: DescribedPage,
  ) => {
    const html = built ? await htmlFor(request) : UNBUILT
    return sendHtml(
      reply.code(status),
      html.replace(GENERAL, '').replace(TITLE, () => head),
    )
  }

  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    if (!wantsPage(request)) return reply.send(info)
    return built && isStranger(request)
      ? sendHtml(reply, await htmlFor(request, path.join(dist, 'home.html')))
      : sendPage(request, reply)
  })
  const describedPage: RouteHandlerMethod = async (request, reply) => {
    if (!takesPage(request)) return reply.callNotFound()
    const described = await describe(request).catch((err: Error) => {
      request.log.warn({ err, request_id: request.id }, 'a page could not be described')
      return UNDESCRIBED
    })
    if (described !== null) return sendDescribed(request, reply, described)
    return wantsPage(request) ? sendPage(request, reply) : reply.callNotFound()
  }
  for (const address of paths) {
    app.get(address, { schema: { hide: true }, config: { limit: 'read' } }, describedPage)
  }
  app.setNotFoundHandler((request, reply) => {
    const isApi = request.url.startsWith('/api/') || request.url.startsWith('/socket.io')
    if (!isApi && wantsPage(request)) return sendPage(request, reply)
    return sendProblem(request, reply, refuse('route_not_found'))
  })
}
