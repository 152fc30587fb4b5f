import { refuse } from '@sharemyshows/contract/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CARD_HEIGHT, CARD_WIDTH } from '../../platform/cards/card.ts'
import { type Cards, tagOfCard } from '../../platform/cards/cards.ts'
import type { Db } from '../../platform/db/connect.ts'
import { headMarkup, headOfNothing } from '../../platform/http/head.ts'
import { originOf } from '../../platform/http/origin.ts'
import { sendProblem } from '../../platform/http/problem.ts'
import { sitemap, sitemapIndex } from '../../platform/http/sitemap.ts'
import type { DescribedPage } from '../../platform/http/web.ts'
import { createBoundedGate } from '../../platform/images/index.ts'
import { KINDS, type Kind, listPage, listStarts, type Noun, type Page, type Readers } from './views.ts'

export type Deps = {
  db: Db
  publicUrl: string | null
  /** Where we listen, for links when nothing better is known. */
  home: string
  cards: Cards
  readers: Readers
  photo: (id: string) => Promise<Buffer | undefined>
}

const MOST_LISTING = 10

/** Whoever asks, a list is of what a stranger would see. */
const NOBODY = null
const PATH_OF: Record<Kind, string> = {
  shows: 'shows',
  artists: 'artists',
  venues: 'venues',
  people: 'profile',
}

/** Addresses of pages that describe themselves, by the thing they are about. */
const ADDRESSES: Record<string, Noun> = {
  '/shows/:key': 'shows',
  '/shows/:key/:tab': 'shows',
  '/events/:key': 'shows',
  '/artists/:key': 'artists',
  '/venues/:key': 'venues',
  '/profile/:key': 'profile',
  '/discover': 'pages',
}
const NOT_A_THING = new Set(['create', 'edit', 'settings'])

const PICTURES: Record<string, Noun> = {
  shows: 'shows',
  artists: 'artists',
  venues: 'venues',
  profiles: 'profile',
  pages: 'pages',
}

export const addresses = Object.keys(ADDRESSES)

/** Describes the page at one of these addresses, for its head. */
export async function describe(request: FastifyRequest, deps: Deps): Promise<DescribedPage | null> {
  const address = request.routeOptions.url ?? ''
  const noun = ADDRESSES[address]
  // a page that is one of its kind is called as its address is
  const { key = address.slice(1) } = request.params as { key?: string }
  if (noun === undefined || NOT_A_THING.has(key)) return null
  const page = await deps.readers[noun](key)
  if (page === undefined) return { status: 404, head: headOfNothing }
  const origin = originOf(request, deps.publicUrl, deps.home)
  const at = (local: string) => `${origin}${local}`
  const image = at(`${page.picture}.png?v=${tagOfCard(page.card, page.photo).slice(0, 8)}`)
  const { title, description, type } = page
  const head = headMarkup({
    title,
    description,
    type,
    url: at(page.path),
    image: { url: image, width: CARD_WIDTH, height: CARD_HEIGHT, alt: title },
    data: page.data(at, image),
    ...(page.hidden && { hidden: true }),
  })
  return { status: 200, head }
}

/** What search engines and link previews ask for beside the pages: pictures, sitemaps, and where they may go. */
export function pageRoutes(http: FastifyInstance, deps: Deps): void {
  const hidden = { schema: { hide: true }, config: { limit: 'read' } } as const
  const nothing = (request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(request, reply, refuse('not_found'))

  const busy = (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('retry-after', 5)
    return sendProblem(request, reply, refuse('unavailable'))
  }

  http.get<{ Params: { noun: string; file: string } }>('/og/:noun/:file', hidden, async (request, reply) => {
    const { noun, file } = request.params
    const drawn = PICTURES[noun]
    const key = /^(.+)\.png$/.exec(file)?.[1]
    const page = drawn && key ? await deps.readers[drawn](key) : undefined
    return page === undefined ? nothing(request, reply) : sendCard(request, reply, page)
  })

  async function sendCard(request: FastifyRequest, reply: FastifyReply, { card, photo }: Page) {
    const tag = tagOfCard(card, photo)
    const headers = {
      etag: `"${tag}"`,
      'cache-control': 'public, no-cache',
      'cross-origin-resource-policy': 'cross-origin',
    }
    if (request.headers['if-none-match']?.includes(headers.etag))
      return reply.code(304).headers(headers).send()
    const png = await deps.cards.png(tag, card, async () => (photo === null ? undefined : deps.photo(photo)))
    return png === null ? busy(request, reply) : reply.headers(headers).type('image/png').send(png)
  }

  // a walk over everything there is takes the database a second or so: one at a time, and a few may wait
  const listing = createBoundedGate(1, MOST_LISTING)
  const originFor = (request: FastifyRequest) => originOf(request, deps.publicUrl, deps.home)
  const sendXml = (reply: FastifyReply, xml: string) =>
    reply.header('cache-control', 'no-cache').type('application/xml; charset=utf-8').send(xml)

  http.get('/sitemap.xml', hidden, async (request, reply) => {
    const origin = originFor(request)
    const starts = listing(() => listStarts(deps.db, NOBODY))
    if (starts === null) return busy(request, reply)
    const urls = (await starts).map(
      ({ kind, from }) => `${origin}/sitemap-${kind}.xml${from === null ? '' : `?from=${from}`}`,
    )
    urls.push(`${origin}/sitemap-pages.xml`)
    return sendXml(reply, sitemapIndex(urls.map((url) => ({ url }))))
  })

  http.get('/sitemap-pages.xml', hidden, async (request, reply) =>
    sendXml(reply, sitemap([{ url: `${originFor(request)}/discover` }])),
  )

  for (const kind of KINDS) {
    http.get<{ Querystring: { from?: string } }>(`/sitemap-${kind}.xml`, hidden, async (request, reply) => {
      const { from } = request.query
      if (from !== undefined && !isId(from)) return nothing(request, reply)
      const origin = originFor(request)
      const found = listing(() => listPage(deps.db, NOBODY, kind, from))
      if (found === null) return busy(request, reply)
      const entries = (await found).map(({ name, changed }) => ({
        url: `${origin}/${PATH_OF[kind]}/${encodeURIComponent(name)}`,
        changed: changed?.slice(0, 10),
      }))
      return sendXml(reply, sitemap(entries))
    })
  }

  http.get('/robots.txt', hidden, async (_request, reply) => {
    const rules = ['User-agent: *', 'Disallow: /api/', 'Disallow: /shows/create', 'Disallow: /shows/edit/']
    const more = deps.publicUrl === null ? [] : ['', `Sitemap: ${deps.publicUrl}/sitemap.xml`]
    return reply
      .header('cache-control', 'public, max-age=3600')
      .type('text/plain; charset=utf-8')
      .send(`${[...rules, ...more].join('\n')}\n`)
  })
}

const isId = (text: unknown) =>
  typeof text === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
