import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { addPhoto } from '../../../test/photos.ts'
import { sendRecording } from '../../../test/recordings.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
})
afterAll(() => server.stop())

const read = async (who: Client, path: string) => {
  const { status, body } = await who.get(path)
  expect([path, status]).toEqual([path, 200])
  return body
}
const items = async (who: Client, path: string) => (await read(who, path)).items

const nothing = {
  shows: 0,
  artists: 0,
  venues: 0,
  cities: 0,
  countries: 0,
  songs: 0,
  photos: 0,
  audio: 0,
  videos: 0,
  friends: 0,
}

describe('the dashboard', () => {
  it('of a newcomer is all noughts and empty lists', async () => {
    expect(await read(ana, '/dashboard/stats')).toMatchObject(nothing)
    const none = { total: 0, this_year: 0, upcoming: 0, by_year: [] }
    expect(await read(ana, '/dashboard/shows/count')).toEqual(none)
    for (const list of ['recent', 'top-venues', 'top-artists', 'calendar', 'places', 'on-this-day'])
      expect([list, await items(ana, `/dashboard/${list}`)]).toEqual([list, []])
    for (const kind of ['photos', 'audio', 'videos'])
      expect([kind, await items(ana, `/dashboard/${kind}/recent`)]).toEqual([kind, []])
    const months = await items(ana, '/dashboard/months?months=3')
    expect(months.map(({ shows }: { shows: number }) => shows)).toEqual([0, 0, 0])
  })

  it('has what was recorded, with where it is, and nothing that was deleted', async () => {
    // without jobs, so that what is said here of the recordings stays
    const idle = await startTestServer({ ROLE: 'web' })
    const [cy] = await idle.people('cy')
    const { body: audio } = await sendRecording(cy, 'audio', 'mono-8khz.wav')
    const { body: video } = await sendRecording(cy, 'videos', 'without-sound.mp4')
    const { body: gone } = await sendRecording(cy, 'videos', 'without-sound.mp4')
    await cy.delete(`/videos/${gone.id}`)
    const states = `update media set state = 'ready', duration_ms = 2500 where id = $1`
    for (const { id } of [audio, video]) await idle.app.pool.query(states, [id])
    expect(await read(cy, '/dashboard/stats')).toMatchObject({ photos: 0, audio: 1, videos: 1 })
    const at = (part: string) => `/api/v1/videos/${video.id}/${part}`
    expect(await items(cy, '/dashboard/audio/recent')).toMatchObject([{ id: audio.id, duration: 2.5 }])
    expect(await items(cy, '/dashboard/videos/recent')).toMatchObject([
      {
        id: video.id,
        urls: { original: at('original'), thumbnail: at('thumbnail'), display: at('display') },
      },
    ])
    await idle.stop()
  })

  it('is nobody’s without a session', async () => {
    for (const path of [
      'stats',
      'shows/count',
      'recent',
      'top-venues',
      'calendar',
      'places',
      'photos/recent',
    ])
      expect([path, (await server.stranger.get(`/dashboard/${path}`)).status]).toEqual([path, 401])
    expect((await server.stranger.get('/shows/count')).status).toBe(401)
  })

  it('refuses spans that are none', async () => {
    for (const query of [
      'from=2024-01-01',
      'from=2024-02-01&to=2024-01-01',
      'from=2023-01-01&to=2024-01-02',
    ]) {
      const { status, body } = await ana.get(`/dashboard/calendar?${query}`)
      expect([query, status, body.errors?.[0]?.field]).toEqual([query, 422, 'to'])
    }
    expect((await ana.get('/dashboard/calendar?year=2023&month=13')).status).toBe(422)
    expect((await ana.get('/dashboard/recent?limit=101')).status).toBe(422)
  })

  it('shows photos with their show, and the latest as the portrait of its headliner', async () => {
    const [cleo] = await server.people('cleo')
    const older = await logShow(cleo, { show_date: '2019-12-01', support: ['Eefje de Visser'] })
    const newer = await logShow(cleo, { show_date: '2020-02-01' })
    await addPhoto(cleo, { show_id: newer.id })
    const latest = await addPhoto(cleo, { show_id: newer.id })
    await addPhoto(cleo, { show_id: older.id, caption: 'The beginning' })
    const photos = await items(cleo, '/dashboard/photos/recent?limit=2')
    expect(photos.map((photo: { caption: string | null }) => photo.caption)).toEqual(['The beginning', null])
    expect(photos[0].show).toMatchObject({ id: older.id, artist_name: 'Spinvis', show_date: '2019-12-01' })
    expect(photos[1].urls.thumbnail).toBe(`/api/v1/photos/${latest.id}/thumbnail`)
    const [first, second] = await items(cleo, '/dashboard/top-artists')
    expect(first).toMatchObject({ name: 'Spinvis', show_count: 2, portrait: { photo_id: latest.id } })
    expect(second).toMatchObject({ name: 'Eefje de Visser', show_count: 1, portrait: null })
  })

  it('keeps what I said, without the show once that is hidden from me', async () => {
    const [dan, eve] = await server.people('dan', 'eve')
    const show = await logShow(dan, { artist_name: 'Quiet', is_public: true })
    await eve.post('/comments', { show_id: show.id, content: 'Loud.' })
    const read = async () => (await items(eve, '/dashboard/comments/recent'))[0]
    expect(await read()).toMatchObject({ content: 'Loud.', show: { artist_name: 'Quiet' } })
    await dan.patch(`/shows/${show.id}`, { is_public: false })
    expect(await read()).toMatchObject({ content: 'Loud.', show: null })
  })
})
