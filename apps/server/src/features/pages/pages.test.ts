import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { makeEvent } from '../../../test/events.ts'
import { addPhoto } from '../../../test/photos.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays, logShow } from '../../../test/shows.ts'

const PUBLIC = 'https://shows.example.org'
const CANARY = 'canary-91c2'

let server: TestServer
let ana: Client
// biome-ignore lint/suspicious/noExplicitAny: as in the test client
let show: any

beforeAll(async () => {
  server = await startTestServer({ PUBLIC_URL: PUBLIC })
  ;[ana] = await server.people('Ana')
  await ana.patch('/users/me', { bio: 'Front row, left.', home_city: 'Utrecht' })
  show = await logShow(ana, {
    support: ['Eels'],
    show_time: '20:30',
    show_date: '2019-07-01',
    venue_address: 'Vredenburgkade 11',
    venue_latitude: 52.0932,
    venue_longitude: 5.1134,
    notes: CANARY,
  })
  await ana.post(`/shows/${show.id}/setlist`, { song_name: 'Bagagedrager' })
})
afterAll(() => server.stop())

type Got = { status: number; text: string; headers: Headers }
async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { accept: 'text/html', ...headers },
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

const unescaped = (text: string) =>
  text.replaceAll(
    /&(lt|gt|quot|amp|#39);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&',
  )
const meta = (html: string, name: string) =>
  unescaped(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '')
const title = (html: string) => unescaped(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')
const canonical = (html: string) => /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]
const data = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? 'null')

describe('an event’s page', () => {
  let olga: Client
  const poster = new FormData()
  beforeAll(async () => {
    ;[olga] = await server.people('Olga')
    await appoint(server, 'organizer', olga)
    const drawn = await sharp({ create: { width: 60, height: 90, channels: 3, background: '#a03' } })
      .png()
      .toBuffer()
    poster.set('file', new Blob([new Uint8Array(drawn)], { type: 'image/png' }), 'poster.png')
  })

  it('says what its organiser says of it, under the address of its show', async () => {
    const event = await makeEvent(olga, {
      title: 'Songs on the roof',
      description: 'Two sets, and something on the roof.',
      doors_at: `${inDays(7)}T18:00:00.000Z`,
      capacity: 40,
    })
    expect((await olga.request('PUT', `/events/${event.id}/poster`, { body: poster })).status).toBe(200)
    const { text } = await get(`/events/${event.id}`)
    expect(canonical(text)).toBe(`${PUBLIC}/shows/${event.id}`)
    expect(meta(text, 'description')).toContain('Two sets, and something on the roof.')
    expect(data(text)).toMatchObject({
      '@type': 'Event',
      name: 'Songs on the roof',
      doorTime: `${inDays(7)}T18:00:00.000Z`,
      endDate: `${inDays(7)}T23:00:00.000Z`,
      maximumAttendeeCapacity: 40,
      organizer: { '@type': 'Person', name: 'Olga', url: `${PUBLIC}/profile/Olga` },
    })
    expect(data(text).image[1]).toContain(`${PUBLIC}/api/v1/events/${event.id}/poster`)
  })

  it('is nobody’s who only has its address while it is a draft or for friends', async () => {
    for (const visibility of ['private', 'friends']) {
      const { id } = await makeEvent(olga, { visibility, description: CANARY })
      for (const path of [`/events/${id}`, `/shows/${id}`]) {
        const { status, text } = await get(path)
        expect([status, text.includes(CANARY), text.includes('evening of songs')]).toEqual([
          404,
          false,
          false,
        ])
      }
      expect((await get(`/og/shows/${id}.png`)).status).toBe(404)
    }
  })
})

describe('Discover', () => {
  it('says what it is, and not what somebody wrote into its address', async () => {
    const { status, text } = await get(`/discover?near=52.09,5.12&place=${CANARY}`)
    expect(status).toBe(200)
    expect(title(text)).toBe('Live music near you · ShareMyShows')
    expect(canonical(text)).toBe(`${PUBLIC}/discover`)
    expect(text).not.toContain(CANARY)
    expect((await get('/og/pages/discover.png')).status).toBe(200)
    expect((await get('/og/pages/secrets.png')).status).toBe(404)
  })
})

describe('a show’s page', () => {
  it('says what it is to those who read only its head', async () => {
    const { status, text, headers } = await get(`/shows/${show.id}`)
    expect(status).toBe(200)
    expect(title(text)).toBe('Spinvis at TivoliVredenburg, Utrecht · ShareMyShows')
    expect(meta(text, 'description')).toBe('Monday, 1 July 2019 · 20:30. With Eels. 1 song')
    expect(canonical(text)).toBe(`${PUBLIC}/shows/${show.id}`)
    expect(meta(text, 'og:title')).toBe('Spinvis at TivoliVredenburg, Utrecht')
    expect(meta(text, 'og:image')).toMatch(`${PUBLIC}/og/shows/${show.id}.png?v=`)
    expect(meta(text, 'twitter:card')).toBe('summary_large_image')
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(text.match(/<title>/g)).toHaveLength(1)
    expect(text.match(/<meta name="description"/g)).toHaveLength(1)
  })

  it('is an event of schema.org, at the time of its place', async () => {
    const { text } = await get(`/shows/${show.id}`)
    expect(data(text)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'MusicEvent',
      name: 'Spinvis at TivoliVredenburg',
      url: `${PUBLIC}/shows/${show.id}`,
      startDate: '2019-07-01T20:30:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
      location: {
        '@type': 'MusicVenue',
        name: 'TivoliVredenburg',
        address: { streetAddress: 'Vredenburgkade 11', addressLocality: 'Utrecht', addressCountry: 'NL' },
        geo: { latitude: 52.0932, longitude: 5.1134 },
      },
      performer: [
        { '@type': 'MusicGroup', name: 'Spinvis', url: `${PUBLIC}/artists/${show.artist.id}` },
        { '@type': 'MusicGroup', name: 'Eels' },
      ],
    })
  })

  it('is one page with its tabs, and for those who take anything', async () => {
    for (const tab of ['/setlist', '/photos', '/', '?utm=1']) {
      expect(canonical((await get(`/shows/${show.id}${tab}`)).text)).toBe(`${PUBLIC}/shows/${show.id}`)
    }
    expect(meta((await get(`/shows/${show.id}`, { accept: '*/*' })).text, 'og:type')).toBe('website')
    expect((await get(`/shows/${show.id}`, { accept: 'application/json' })).text).toContain('route_not_found')
  })

  it('16: links to the public address, whatever host is asked', async () => {
    const { text } = await get(`/shows/${show.id}`, { 'x-forwarded-host': 'evil.example' })
    expect(text).not.toContain('evil.example')
    expect(text).not.toContain(server.url)
  })

  it('answers HEAD and revalidation', async () => {
    const whole = await get(`/shows/${show.id}`)
    const head = await get(`/shows/${show.id}`, {}, 'HEAD')
    expect([head.status, head.text]).toEqual([200, ''])
    const etag = whole.headers.get('etag') ?? ''
    expect((await get(`/shows/${show.id}`, { 'if-none-match': etag })).status).toBe(304)
  })
})

describe('pages of artists, venues and people', () => {
  it('describe an artist', async () => {
    const { text } = await get(`/artists/${show.artist.id}`)
    expect(title(text)).toBe('Spinvis · ShareMyShows')
    expect(meta(text, 'description')).toBe('1 show of Spinvis. Seen at TivoliVredenburg, Utrecht.')
    expect(data(text)).toMatchObject({ '@type': 'MusicGroup', name: 'Spinvis' })
  })

  it('describe a venue', async () => {
    const { text } = await get(`/venues/${show.venue.id}`)
    expect(title(text)).toBe('TivoliVredenburg, Utrecht · ShareMyShows')
    expect(data(text)).toMatchObject({ '@type': 'MusicVenue', address: { addressLocality: 'Utrecht' } })
  })

  it('describe a person, by a name in any case', async () => {
    const { text } = await get('/profile/ANA')
    expect(title(text)).toBe('Ana · ShareMyShows')
    expect(canonical(text)).toBe(`${PUBLIC}/profile/Ana`)
    expect(meta(text, 'og:type')).toBe('profile')
    expect(data(text)).toMatchObject({
      '@type': 'ProfilePage',
      mainEntity: { name: 'Ana', description: 'Front row, left.' },
    })
    expect(text).not.toContain('@example.org')
  })

  it('describe what was merged away as what it has become', async () => {
    const old = await logShow(ana, { artist_name: 'Spinviss', venue_name: 'Tivoli', show_date: '2015-05-05' })
    const into = { into: show.artist.id }
    expect((await ana.post(`/artists/${old.artist.id}/merge`, into)).status).toBe(200)
    const { status, text } = await get(`/artists/${old.artist.id}`)
    expect([status, canonical(text)]).toEqual([200, `${PUBLIC}/artists/${show.artist.id}`])
    await ana.delete(`/shows/${old.id}`)
  })

  it('leave other addresses as they were', async () => {
    for (const path of ['/login', '/shows/create', '/profile/settings', '/nowhere/at/all']) {
      const { status, text } = await get(path)
      expect([path, text.includes('og:title')]).toEqual([path, false])
      expect([200, 503]).toContain(status)
    }
  })
})

describe('what a stranger does not see', () => {
  it('is 404 for everybody, as is what does not exist; the app comes along', async () => {
    const hidden = await logShow(ana, { artist_name: `Band ${CANARY}`, is_public: false })
    const nobodys = '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10'
    const nowhere = await get(`/shows/${nobodys}`)
    // each kind of page names scripts of its own, and only for what can be an id
    for (const [path, same] of [
      [`/shows/${hidden.id}`, `/shows/${nobodys}`],
      ['/shows/x', '/shows/y'],
      [`/artists/${hidden.artist.id}`, `/artists/${nobodys}`],
      ['/profile/nobody', '/profile/no-one'],
    ] as const) {
      const { text: nothing } = await get(same)
      for (const headers of [{}, { authorization: `Bearer ${ana.token}` }]) {
        const { status, text } = await get(path, headers)
        expect([path, status, text]).toEqual([path, 404, nothing])
      }
    }
    expect(meta(nowhere.text, 'robots')).toBe('noindex')
    expect((await get(`/og/shows/${hidden.id}.png`)).status).toBe(404)
  })

  it('24: is in no description', async () => {
    for (const path of [
      `/shows/${show.id}`,
      `/artists/${show.artist.id}`,
      `/venues/${show.venue.id}`,
      '/profile/ana',
      '/sitemap-shows.xml',
    ]) {
      expect((await get(path)).text).not.toContain(CANARY)
    }
    expect(meta((await get(`/venues/${show.venue.id}`)).text, 'description')).toMatch(/^1 show /)
  })

  it('25: is gone at once when it turns private, everywhere', async () => {
    const one = await logShow(ana, { artist_name: 'Moss', venue_name: 'Cellar', show_date: '2020-02-02' })
    const paths = [
      `/shows/${one.id}`,
      `/artists/${one.artist.id}`,
      `/venues/${one.venue.id}`,
      `/og/shows/${one.id}.png`,
    ]
    const statuses = () => Promise.all(paths.map(async (path) => (await get(path)).status))
    const listed = async () => (await get('/sitemap-shows.xml')).text.includes(one.id)
    const counted = async () => meta((await get('/profile/ana')).text, 'description').slice(0, 7)
    expect([await statuses(), await listed(), await counted()]).toEqual([
      [200, 200, 200, 200],
      true,
      '2 shows',
    ])
    const { headers } = await get(`/og/shows/${one.id}.png`)
    await ana.patch(`/shows/${one.id}`, { is_public: false })
    expect([await statuses(), await listed(), await counted()]).toEqual([
      [404, 404, 404, 404],
      false,
      '1 show,',
    ])
    const known = await get(`/og/shows/${one.id}.png`, { 'if-none-match': headers.get('etag') ?? '' })
    expect(known.status).toBe(404)
  })
})

describe('the picture of a page', () => {
  const picture = async (path: string) => {
    const response = await fetch(`${server.url}${path}`)
    return { response, bytes: Buffer.from(await response.arrayBuffer()) }
  }

  it('is a PNG of the size that link previews want', async () => {
    for (const path of [
      `shows/${show.id}`,
      `artists/${show.artist.id}`,
      `venues/${show.venue.id}`,
      'profiles/ana',
    ]) {
      const { response, bytes } = await picture(`/og/${path}.png`)
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, 'image/png'])
      expect(response.headers.get('cache-control')).toBe('public, no-cache')
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    }
  })

  it('is asked for anew, and sent anew only when it changed', async () => {
    const path = `/og/shows/${show.id}.png`
    const { response, bytes } = await picture(path)
    const etag = response.headers.get('etag') ?? ''
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304)
    expect((await get(path, {}, 'HEAD')).headers.get('etag')).toBe(etag)
    await addPhoto(ana, { show_id: show.id })
    const after = await picture(path)
    expect(after.response.headers.get('etag')).not.toBe(etag)
    expect(after.bytes.equals(bytes)).toBe(false)
  })

  it.each(['宇多田ヒカル', '🎉🎉', 'فيروز', 'W'.repeat(300), 'Молчат Дома'])(
    'is drawn of “%s”',
    async (name) => {
      const one = await logShow(ana, { artist_name: name, show_date: '2020-03-03' })
      expect((await picture(`/og/shows/${one.id}.png`)).response.status).toBe(200)
    },
  )
})
