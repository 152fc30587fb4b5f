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
import { KINDS, type Kind, listPage, listStarts, type Page, type Readers, readPage } from './views.ts'

export type Deps = {
  db: Db
  publicUrl: string | null
  /** Where we listen, for links when nothing better is known. */
  home: string
  cards: Cards
  readers: Readers
  photo: (id: string) => Promise<Buffer | undefined>
}

/** Whoever asks, a list is of what a stranger would see. */
const NOBODY = null
const PATH_OF: Record<Kind, string> = {
  shows: 'shows',
  artists: 'artists',
  venues: 'venues',
  people: 'profile',
}

/** Describes the page at an address of the web app, for its head. */
export async function describe(request: FastifyRequest, deps: Deps): Promise<DescribedPage | null> {
  const [path = ''] = request.url.split('?', 1)
  const page = await readPage(deps.readers, path)
  if (page === null) return null
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
  const hidden = { schema: { hide: true } }
  const nothing = (request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(request, reply, refuse('not_found'))

  http.get<{ Params: { noun: string; file: string } }>('/og/:noun/:file', hidden, async (request, reply) => {
    const { noun, file } = request.params
    const read = deps.readers[noun === 'profiles' ? 'profile' : noun]
    const page = file.endsWith('.png') ? await read?.(file.slice(0, -4)) : undefined
    return page === undefined ? nothing(request, reply) : sendCard(request, reply, page)
  })

  async function sendCard(request: FastifyRequest, reply: FastifyReply, { card, photo }: Page) {
    const tag = tagOfCard(card, photo)
    reply.headers({
      etag: `"${tag}"`,
      'cache-control': 'public, no-cache',
      'cross-origin-resource-policy': 'cross-origin',
    })
    if (request.headers['if-none-match']?.includes(`"${tag}"`)) return reply.code(304).send()
    const png = await deps.cards.png(tag, card, async () => (photo === null ? undefined : deps.photo(photo)))
    if (png !== null) return reply.type('image/png').send(png)
    reply.header('retry-after', 5)
    return sendProblem(request, reply, refuse('unavailable'))
  }

  const originFor = (request: FastifyRequest) => originOf(request, deps.publicUrl, deps.home)
  const sendXml = (reply: FastifyReply, xml: string) =>
    reply.header('cache-control', 'no-cache').type('application/xml; charset=utf-8').send(xml)

  http.get('/sitemap.xml', hidden, async (request, reply) => {
    const origin = originFor(request)
    const lists = await Promise.all(
      KINDS.map(async (kind) => {
        const url = `${origin}/sitemap-${kind}.xml`
        return [url, ...(await listStarts(deps.db, NOBODY, kind)).map((from) => `${url}?from=${from}`)]
      }),
    )
    return sendXml(reply, sitemapIndex(lists.flat().map((url) => ({ url }))))
  })

  for (const kind of KINDS) {
    http.get<{ Querystring: { from?: string } }>(`/sitemap-${kind}.xml`, hidden, async (request, reply) => {
      const { from } = request.query
      if (from !== undefined && !isId(from)) return nothing(request, reply)
      const origin = originFor(request)
      const found = await listPage(deps.db, NOBODY, kind, from)
      const entries = found.map(({ name, changed }) => ({
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
