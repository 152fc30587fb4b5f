import type { Endpoint } from '@sharemyshows/contract/endpoint'
import { endpoints } from '@sharemyshows/contract/index'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './client.ts'
import { startTestServer, type TestServer } from './server.ts'

/**
 * Requirements 18 to 20, generated from the contract: every operation that names a thing is tried on Ana's private
 * things by Bo and by a stranger. An operation added later is swept without a line here, or fails for want of one.
 */
const CANARY = 'canary-7f3a'
const swept = endpoints.filter((endpoint) => endpoint.path.includes('{'))

let server: TestServer
let bo: Client
/** What each parameter of a path stands for: the first segment decides which thing `id` is. */
let ids: Record<string, string>

async function addPhoto(ana: Client, showId: string): Promise<string> {
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#835' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.set('show_id', showId)
  form.set('caption', CANARY)
  form.set('file', new File([new Uint8Array(jpeg)], `${CANARY}.jpg`))
  const { status, body } = await ana.request('POST', '/photos', { body: form })
  expect(status).toBe(201)
  return body.id
}

beforeAll(async () => {
  server = await startTestServer()
  const [ana, other] = await server.people('ana', 'bo')
  bo = other
  const show = await ana.post('/shows', {
    artist_name: `Artist ${CANARY}`,
    venue_name: `Venue ${CANARY}`,
    show_date: '2024-12-01',
    notes: CANARY,
    is_public: false,
  })
  expect(show.status).toBe(201)
  const song = await ana.post(`/shows/${show.body.id}/setlist`, { song_name: CANARY })
  await ana.patch(`/shows/${show.body.id}`, { title: CANARY })
  const comment = await ana.post('/comments', { show_id: show.body.id, content: CANARY })
  const revisions = await ana.get(`/shows/${show.body.id}/revisions`)
  ids = {
    'shows/id': show.body.id,
    show_id: show.body.id,
    song_id: song.body.id,
    'comments/id': comment.body.id,
    revision_id: revisions.body.items[0].id,
    'photos/id': await addPhoto(ana, show.body.id),
    'artists/id': show.body.artist.id,
    'venues/id': show.body.venue.id,
    user_id: ana.id,
    username: ana.username,
  }
})
afterAll(() => server.stop())

function pathOf(endpoint: Endpoint): string {
  const [, noun] = endpoint.path.split('/')
  return endpoint.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = ids[name] ?? ids[`${noun}/${name}`]
    if (value === undefined) throw new Error(`Say here what {${name}} of ${endpoint.path} stands for.`)
    return value
  })
}

const bodyOf = (endpoint: Endpoint): unknown =>
  endpoint.body === undefined ? undefined : (endpoint.body.meta()?.example ?? {})

function send(who: Client, endpoint: Endpoint) {
  const body = bodyOf(endpoint)
  return who.request(endpoint.method, pathOf(endpoint), {
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
}

describe.each(swept.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '18: %s on a private thing of another',
  (_name, endpoint) => {
    it.each(['bo', 'a stranger'])('gives %s nothing', async (who) => {
      const { status, body } = await send(who === 'bo' ? bo : server.stranger, endpoint)
      const text = Buffer.isBuffer(body) ? 'bytes' : JSON.stringify(body)
      expect(text).not.toContain(CANARY)
      // a list about a person who exists is empty; everything else does not exist
      if (endpoint.path.includes('{user_id}') && status === 200) expect(body.items).toEqual([])
      else if (endpoint.path.includes('{username}'))
        expect(new Set(Object.values(body.counts))).toEqual(new Set([0]))
      else expect(who === 'bo' ? [404] : [401, 404]).toContain(status)
    })
  },
)

describe('24: what is private leaves no trace', () => {
  it.each([
    '/shows',
    '/shows?q=canary',
    '/shows?artist=artist',
    '/shows/past',
    '/artists?q=artist',
    '/venues?q=venue',
    '/search?q=canary',
    '/search?q=canray',
    '/shows/search?q=canary',
    '/shows/search?artist=artist+canray',
    '/shows/search?song=canary',
    '/shows/search?date=2024-12-01',
  ])('in %s', async (path) => {
    for (const who of [bo, server.stranger]) {
      expect(JSON.stringify((await who.get(path)).body)).not.toContain(CANARY)
    }
  })
})
