import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow, spinvis } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let show: { id: string }
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
  show = await logShow(ana)
})
afterAll(() => server.stop())

const fieldsOf = (body: { errors?: { field: string }[] }) => body.errors?.map((error) => error.field)

describe('what cannot be written', () => {
  it.each<[string, object, string]>([
    ['a name of 400 characters', { artist_name: 'x'.repeat(400) }, 'artist_name'],
    ['a name of nothing', { venue_name: '   ' }, 'venue_name'],
    ['a name of two lines', { artist_name: 'a\nb' }, 'artist_name'],
    ['a control character', { artist_name: 'a\u0007' }, 'artist_name'],
    ['no day', { show_date: undefined }, 'show_date'],
    ['a day that is not', { show_date: '2023-02-30' }, 'show_date'],
    ['a day of nobody’s life', { show_date: '0001-01-01' }, 'show_date'],
    ['a day as Americans write', { show_date: '12/01/2019' }, 'show_date'],
    ['a time that is not', { show_time: '24:00' }, 'show_time'],
    ['a latitude beyond the pole', { venue_latitude: 91, venue_longitude: 5 }, 'venue_latitude'],
    ['a longitude beyond the date line', { venue_latitude: 1, venue_longitude: -181 }, 'venue_longitude'],
    ['a latitude alone', { venue_latitude: 52 }, 'venue_longitude'],
    ['a longitude alone', { venue_longitude: 5 }, 'venue_longitude'],
    ['half a star', { rating: 2.5 }, 'rating'],
    ['six stars', { rating: 6 }, 'rating'],
    ['an audience that cannot be chosen', { audience: 'link' }, 'audience'],
    ['a field we do not know', { organizer_id: 'x' }, 'organizer_id'],
    ['another’s id', { id: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10' }, 'id'],
    ['fifty-one acts', { support: Array(51).fill('a') }, 'support'],
  ])('%s', async (_, body, field) => {
    const made = await ana.post('/shows', { ...spinvis, ...body })
    expect([made.status, made.body.code]).toEqual([422, 'validation_failed'])
    expect(fieldsOf(made.body)?.join()).toContain(field)
    if ('show_date' in body && body.show_date === undefined) return
    expect((await ana.patch(`/shows/${show.id}`, body)).status).toBe(422)
  })

  it.each([
    ['NUL', '{"artist_name":"a\\u0000b","venue_name":"x","show_date":"2019-12-01"}'],
    ['half a surrogate pair', '{"artist_name":"a\\ud800","venue_name":"x","show_date":"2019-12-01"}'],
    ['a number beyond all', '{"artist_name":"a","venue_name":"x","show_date":"2019-12-01","rating":1e400}'],
    ['a prototype', '{"__proto__":{"a":1},"artist_name":"a","venue_name":"x","show_date":"2019-12-01"}'],
    ['what is not JSON', '{'],
  ])('42: %s', async (_, body) => {
    const headers = { 'content-type': 'application/json' }
    expect((await ana.request('POST', '/shows', { body, headers })).status).toBe(400)
  })

  it.each([
    ['300 letters', 'é'.repeat(300)],
    ['300 emoji', '🎸'.repeat(300)],
    ['300 fractions that fold to more', '⅘'.repeat(300)],
    ['only an accent', '\u0301'],
    ['SQL', `'; drop table shows; --`],
    ['HTML', '<script>alert(1)</script>'],
    ['wildcards', '%_\\'],
  ])('but %s can, and is found again', async (_, name) => {
    const long = { venue_name: name, venue_city: name.slice(0, 200), venue_country: name.slice(0, 100) }
    const made = await ana.post('/shows', {
      ...spinvis,
      ...long,
      artist_name: name,
      title: name,
      support: [name],
    })
    expect([made.status, made.body.artist_name]).toEqual([201, name])
    const q = encodeURIComponent(name.slice(0, 100))
    const { body } = await ana.get(`/shows?q=${q}&artist=${q}&venue=${q}&city=${q}`)
    expect(body.items.map((item: { id: string }) => item.id)).toContain(made.body.id)
  })
})

describe('what cannot be asked', () => {
  it.each([
    ['limit=1e9', 'limit'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['per_page=1000', 'per_page'],
    ['page=0', 'page'],
    ['year=20', 'year'],
    ['year=MMXX', 'year'],
    ['order=random', 'order'],
    ['scope=theirs', 'scope'],
    ['cursor=nonsense', 'cursor'],
    [
      `cursor=${Buffer.from('2019-13-45T00:00:00.000Z|019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10').toString('base64url')}`,
      'cursor',
    ],
    [`cursor=${Buffer.from("2019-12-01T19:00:00.000Z|' or 1=1").toString('base64url')}`, 'cursor'],
    [`cursor=${'a'.repeat(300)}`, 'cursor'],
    ['artist=a&artist=b', 'artist'],
    [`q=${'x'.repeat(400)}`, 'q'],
  ])('%s', async (query, field) => {
    for (const path of ['/shows', '/shows/upcoming', '/shows/past', `/shows/user/${ana.id}`]) {
      const { status, body } = await ana.get(`${path}?${query}`)
      expect([path, status, fieldsOf(body)]).toEqual([path, 422, [field]])
    }
  })

  it('a NUL is 400', async () => {
    expect((await ana.get('/shows?q=%00')).status).toBe(400)
  })

  it.each(['nonsense', '0', "' or 1=1", '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10'])(
    'the show %s',
    async (id) => {
      const path = `/shows/${encodeURIComponent(id)}`
      expect((await ana.get(path)).status).toBe(404)
      expect((await ana.patch(path, { title: 'x' })).status).toBe(404)
      expect((await ana.delete(path)).status).toBe(404)
    },
  )
})
