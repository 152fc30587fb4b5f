import type { Endpoint } from '@sharemyshows/contract/endpoint'
import { endpoints } from '@sharemyshows/contract/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './client.ts'
import { addPhoto, addShow } from './photos.ts'
import { sendRecording, settledRecording } from './recordings.ts'
import { startTestServer, type TestServer } from './server.ts'
import { canTranscode } from './transcoder.ts'

/**
 * Requirements 19, 25 and 27 for the bytes of media, generated from the contract: every address that gives some is asked
 * by whom the audience admits and by whom it does not, in every way there is to ask. An address added later is, too.
 */
const NOUNS = ['photos', 'audio', 'videos'] as const
const LADDER = ['master.m3u8', '360p.m3u8', '360p.mp4']
const served = endpoints.filter(({ id, method, path, produces }) =>
  NOUNS.some((noun) => path.startsWith(`/${noun}/`))
    ? method === 'GET' && (produces !== undefined || id === 'readWaveform')
    : false,
)

let server: TestServer
let ana: Client
let friend: Client
let attendee: Client
let bo: Client
let blocked: Client
let show: string
const media = {} as Record<(typeof NOUNS)[number], string>

beforeAll(async () => {
  server = await startTestServer()
  ;[ana, friend, attendee, bo, blocked] = await server.people('ana', 'friend', 'attendee', 'bo', 'blocked')
  for (const [from, to, kind] of [
    [ana, friend, 'friend'],
    [friend, ana, 'friend'],
    [ana, blocked, 'block'],
  ] as const)
    await server.app.pool.query('insert into relationships (from_id, to_id, kind) values ($1, $2, $3)', [
      from.id,
      to.id,
      kind,
    ])
  show = await addShow(ana)
  await attendee.post(`/shows/${show}/checkin`)
  for (const noun of canTranscode ? NOUNS : (['photos'] as const)) media[noun] = await add(noun)
}, 120_000)
afterAll(() => server.stop())

const FILES = { audio: 'mono-8khz.wav', videos: 'without-sound.mp4' }

/** Adds one to the show; gives its id once it is ready. */
async function add(noun: (typeof NOUNS)[number]): Promise<string> {
  if (noun === 'photos') return (await addPhoto(ana, { show_id: show })).id
  const { body } = await sendRecording(ana, noun, FILES[noun], { show_id: show })
  return (await settledRecording(ana, noun, body.id)).id
}

const nounOf = ({ path }: Endpoint) => NOUNS.find((noun) => path.startsWith(`/${noun}/`)) ?? 'photos'

/** The addresses that an operation stands for. */
const addressesOf = (endpoint: Endpoint): string[] => {
  const path = endpoint.path.replace('{id}', media[nounOf(endpoint)])
  return path.includes('{file}') ? LADDER.map((file) => path.replace('{file}', file)) : [path]
}

const ways: Record<string, RequestInit> = {
  whole: {},
  'a range': { headers: { range: 'bytes=0-9' } },
  'what one may have': { headers: { 'if-none-match': '*' } },
  saved: {},
}

async function statusesOf(who: Client, address: string): Promise<number[]> {
  const asking = Object.entries(ways).map(([way, init]) =>
    who.request('GET', way === 'saved' ? `${address}?download=1` : address, init),
  )
  return (await Promise.all(asking)).map(({ status }) => status)
}

const known = served.filter((endpoint) => canTranscode || nounOf(endpoint) === 'photos')

describe.each(known.map((endpoint) => [endpoint.path, endpoint] as const))('%s', (_path, endpoint) => {
  const others = () => [bo, blocked, server.stranger]
  const isOriginal = endpoint.path.endsWith('/original')
  const setAudience = (audience: string) =>
    ana.put(`/${nounOf(endpoint)}/${media[nounOf(endpoint)]}`, { audience })

  it.each(['private', 'friends', 'attendees', 'public'])(
    '19: gives what is for %s to no others',
    async (audience) => {
      expect((await setAudience(audience)).status).toBe(200)
      const admits: Record<string, Client[]> = {
        private: [],
        friends: [friend],
        attendees: [attendee],
        public: [friend, attendee, bo, server.stranger],
      }
      const admitted = isOriginal ? [] : (admits[audience] ?? [])
      for (const address of addressesOf(endpoint)) {
        for (const who of [ana, ...admitted])
          for (const status of await statusesOf(who, address)) expect([200, 206, 304]).toContain(status)
        for (const who of [friend, attendee, ...others()].filter((one) => !admitted.includes(one)))
          for (const status of await statusesOf(who, address)) expect(status).toBe(404)
      }
    },
  )

  it('25: takes back at once what was public', async () => {
    if (isOriginal) return
    await setAudience('public')
    for (const address of addressesOf(endpoint)) {
      const { headers } = await bo.get(address)
      expect(headers.get('cache-control')).toBe('private, no-cache')
      const again = () =>
        bo.request('GET', address, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
      expect((await again()).status).toBe(304)
      await setAudience('private')
      expect((await again()).status).toBe(404)
      await setAudience('public')
    }
  })

  it('27: says what it is and lets it do nothing', async () => {
    for (const address of addressesOf(endpoint)) {
      const { headers } = await ana.get(address)
      const type = headers.get('content-type') ?? ''
      if (isOriginal) expect(type).toMatch(/^(image|audio|video)\//)
      else expect(endpoint.produces ?? ['application/json']).toContain(type)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
      expect(headers.get('vary')).toContain('Cookie, Authorization')
      if (!type.includes('json')) expect(headers.get('content-encoding')).toBeNull()
    }
  })
})

describe('25: lists', () => {
  it.each(NOUNS)('of %s turn over no page to what is private since', async (noun) => {
    if (noun !== 'photos' && !canTranscode) return
    const second = await add(noun)
    for (const id of [media[noun], second]) await ana.put(`/${noun}/${id}`, { audience: 'public' })
    for (const list of [`/${noun}/show/${show}`, `/${noun}/user/${ana.id}`]) {
      const first = (await bo.get(`${list}?limit=1`)).body
      const next = `${list}?limit=1&cursor=${first.next_cursor}`
      const [rest] = (await bo.get(next)).body.items
      expect(new Set([first.items[0].id, rest.id])).toEqual(new Set([media[noun], second]))
      await ana.put(`/${noun}/${rest.id}`, { audience: 'private' })
      expect((await bo.get(next)).body.items).toEqual([])
      await ana.put(`/${noun}/${rest.id}`, { audience: 'public' })
    }
  })
})
