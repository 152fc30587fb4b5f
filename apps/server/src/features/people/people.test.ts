import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { addPhoto } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let show: { id: string }

beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('Ana', 'bo')
  await ana.patch('/users/me', {
    display_name: 'Ana',
    bio: 'Front row.',
    home_city: 'Utrecht',
    time_zone: 'UTC',
  })
  show = await logShow(ana, { support: ['Eels'] })
  await logShow(ana, { show_date: '2020-01-01', venue_name: 'Paradiso' })
  await logShow(ana, { artist_name: 'Moss', show_date: '2021-01-01', audience: 'attendees' })
  await addPhoto(ana, { show_id: show.id })
  await addPhoto(ana, { show_id: show.id, audience: 'private' })
})
afterAll(() => server.stop())

const counts = async (who: Client, query = '') => (await who.get(`/users/ana${query}`)).body.counts
const alone = { followers: 0, following: 0 }
const open = { shows: 2, artists: 2, venues: 2, photos: 1, ...alone }

describe('a public profile', () => {
  it('22: tells nothing that is not for others', async () => {
    const { body } = await server.stranger.get('/users/ana')
    expect(body).toEqual({
      id: ana.id,
      username: 'Ana',
      display_name: 'Ana',
      avatar: null,
      hidden: false,
      bio: 'Front row.',
      home_city: 'Utrecht',
      created_at: expect.any(String),
      counts: open,
      relation: null,
      top_artists: [
        { id: expect.any(String), name: 'Spinvis', shows: 2 },
        { id: expect.any(String), name: 'Eels', shows: 1 },
      ],
    })
  })

  it('is found in any case', async () => {
    expect((await server.stranger.get('/users/ANA')).body.id).toBe(ana.id)
    expect((await server.stranger.get('/users/nobody')).status).toBe(404)
    expect((await server.stranger.get('/users/%00')).status).toBe(400)
  })

  it('24: counts what the viewer may know', async () => {
    expect(await counts(bo)).toEqual(open)
    expect(await counts(ana)).toEqual({ ...alone, shows: 3, artists: 3, venues: 2, photos: 2 })
    await logShow(bo, { artist_name: 'Moss', show_date: '2021-01-01' })
    expect(await counts(bo)).toEqual({ ...open, shows: 3, artists: 3 })
  })

  it('shows its owner what everyone sees', async () => {
    expect(await counts(ana, '?as=everyone')).toEqual(open)
    const list = async (query: string) => (await ana.get(`/shows/user/${ana.id}?${query}`)).body.items
    expect((await list('')).length).toBe(3)
    const shown = await list('as=everyone')
    expect(shown.length).toBe(2)
    expect(shown.every((one: { my_attendance: unknown }) => one.my_attendance === null)).toBe(true)
  })

  it('25: counts a show that turned private no longer', async () => {
    await ana.patch(`/shows/${show.id}`, { is_public: false })
    expect(await counts(server.stranger)).toEqual({ ...alone, shows: 1, artists: 1, venues: 1, photos: 0 })
    await ana.patch(`/shows/${show.id}`, { is_public: true })
    expect(await counts(server.stranger)).toEqual(open)
  })

  it('does not exist for whom its owner blocked', async () => {
    const [dan] = await server.people('dan')
    await ana.post(`/users/${dan.id}/block`)
    for (const as of ['', '?as=everyone']) {
      expect((await dan.get(`/users/ana${as}`)).status).toBe(404)
      expect((await dan.get(`/shows/user/${ana.id}${as}`)).status).toBe(404)
    }
    expect((await ana.get('/users/dan')).status).toBe(404)
  })
})
