import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

const PUBLIC = 'https://shows.example.org'

let server: TestServer
const shown: string[] = []
let hidden: { id: string; artist: { id: string }; venue: { id: string } }
beforeAll(async () => {
  server = await startTestServer({ PUBLIC_URL: PUBLIC })
  const [ana, bo] = await server.people('ana', 'bo')
  for (const year of [2017, 2018, 2019]) shown.push((await logShow(ana, { show_date: `${year}-12-01` })).id)
  hidden = await logShow(bo, { artist_name: 'Moss', venue_name: 'Cellar', is_public: false })
})
afterAll(() => server.stop())

async function get(path: string, init: RequestInit = {}) {
  const response = await fetch(`${server.url}${path}`, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url)

/** Every page that the index leads to. */
async function walk(): Promise<string[]> {
  const urls: string[] = []
  for (const url of locations((await get('/sitemap.xml')).text)) {
    expect(url.startsWith(`${PUBLIC}/sitemap-`)).toBe(true)
    urls.push(...locations((await get(url.slice(PUBLIC.length))).text))
  }
  return urls
}

describe('the sitemap', () => {
  it('leads to every public page and to nothing else', async () => {
    const urls = await walk()
    expect(urls.filter((url) => url.includes('/shows/')).sort()).toEqual(
      shown.map((id) => `${PUBLIC}/shows/${id}`).sort(),
    )
    expect(urls.filter((url) => url.includes('/profile/'))).toEqual([`${PUBLIC}/profile/ana`])
    expect(urls.filter((url) => url.endsWith('/discover'))).toEqual([`${PUBLIC}/discover`])
    expect(urls.length).toBe(3 + 1 + 1 + 1 + 1)
    for (const id of [hidden.id, hidden.artist.id, hidden.venue.id]) expect(urls.join()).not.toContain(id)
    for (const url of urls) {
      const page = await get(url.slice(PUBLIC.length), { headers: { accept: 'text/html' } })
      expect([url, page.status]).toEqual([url, 200])
    }
  })

  it('is XML as sitemaps.org writes it, never kept by caches', async () => {
    const { text, headers } = await get('/sitemap-shows.xml')
    expect(
      text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/'),
    ).toBe(true)
    expect(text.match(/<url><loc>[^<&]*<\/loc><lastmod>\d{4}-\d\d-\d\d<\/lastmod><\/url>/g)).toHaveLength(3)
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-cache')
    expect((await get('/sitemap.xml', { method: 'HEAD' })).status).toBe(200)
    expect((await get('/sitemap-shows.xml?from=x')).status).toBe(404)
    expect((await get('/sitemap-secrets.xml')).status).toBe(404)
  })

  it('comes in parts of ten thousand', async () => {
    await server.app.pool.query(`
      with made as (
        insert into shows (id, venue_id, headliner_id, show_date, starts_at, time_zone)
        select gen_random_uuid(), s.venue_id, s.headliner_id, s.show_date - n, s.starts_at - n * interval '1 day', 'UTC'
        from shows s, generate_series(1, 10000) n where s.id = '${shown[0]}' returning id
      ) insert into attendances (id, show_id, person_id, state, audience, starts_at)
      select gen_random_uuid(), made.id, u.id, 'attended', 'public', now() from made, users u where u.username = 'ana'`)
    // what was planned for three shows is planned anew
    await server.app.pool.query('analyze shows, attendances')
    const index = locations((await get('/sitemap.xml')).text).filter((url) => url.includes('sitemap-shows'))
    expect(index.length).toBe(2)
    const parts = await Promise.all(
      index.map(async (url) => locations((await get(url.slice(PUBLIC.length))).text)),
    )
    expect(parts.map((part) => part.length)).toEqual([10_000, 3])
    expect(new Set(parts.flat()).size).toBe(10_003)
  }, 60_000)
})

describe('robots.txt', () => {
  it('leads to the sitemap where the public address is known, and away from the API', async () => {
    const { text } = await get('/robots.txt')
    expect(text).toContain('Disallow: /api/')
    expect(text).toContain(`Sitemap: ${PUBLIC}/sitemap.xml`)
    const other = await startTestServer()
    expect(await (await fetch(`${other.url}/robots.txt`)).text()).not.toContain('Sitemap')
    await other.stop()
  })
})
