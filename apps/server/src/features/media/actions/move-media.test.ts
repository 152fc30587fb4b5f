import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { listen } from '../../../../test/live.ts'
import { addPhoto, addShow, jpeg } from '../../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const showsOf = async (ids: string[]) =>
  Promise.all(ids.map(async (id) => (await ana.get(`/photos/${id}`)).body.show_id))
const add = async (count: number, fields: Record<string, string> = {}): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, async () => (await addPhoto(ana, fields)).id))

describe('moving several', () => {
  it('takes them to a show, which gets into the diary, and off it', async () => {
    const [from, into] = [await addShow(ana), await addShow(bo)]
    const ids = await add(3, { show_id: from })
    expect((await ana.post('/media/move', { ids: [...ids, ...ids], show_id: into })).body).toEqual({
      changed: 3,
    })
    expect(await showsOf(ids)).toEqual([into, into, into])
    expect((await ana.get(`/shows/${into}`)).body.my_attendance).toMatchObject({ state: 'attended' })
    expect((await bo.get(`/photos/show/${into}`)).body.items).toHaveLength(3)
    expect((await bo.get(`/photos/show/${from}`)).body.items).toEqual([])
    expect((await ana.post('/media/move', { ids, show_id: into })).body).toEqual({ changed: 0 })
    expect((await ana.post('/media/move', { ids, show_id: null })).body).toEqual({ changed: 3 })
    expect(await showsOf(ids)).toEqual([null, null, null])
  })

  it('asks the viewer rule for the show', async () => {
    const ids = await add(1)
    for (const show_id of [await addShow(bo, { audience: 'private' }), randomUUID()]) {
      expect((await ana.post('/media/move', { ids, show_id })).status).toBe(404)
      expect((await ana.put(`/photos/${ids[0]}`, { show_id })).status).toBe(404)
    }
    expect(await showsOf(ids)).toEqual([null])
  })

  it('tells the pages of the show they leave and of the one they come to', async () => {
    const [from, into] = [await addShow(ana), await addShow(ana)]
    const ids = await add(1, { show_id: from })
    const bos = await listen(server.url, bo)
    await Promise.all([bos.watch(from), bos.watch(into)])
    await ana.post('/media/move', { ids, show_id: into })
    await bos.hear('show_changed', { show_id: from, what: 'media' })
    await bos.hear('show_changed', { show_id: into, what: 'media' })
    bos.socket.disconnect()
  })

  it('reads the camera’s clock in the zone of the other show', async () => {
    const bytes = await jpeg()
      .withExif({ IFD2: { DateTimeOriginal: '2024:12:01 22:12:45' } })
      .toBuffer()
    const amsterdam = await addShow(ana)
    const lisbon = await addShow(ana, { venue_name: 'Coliseu', venue_city: 'Lisbon', venue_country: 'PT' })
    const photo = await addPhoto(ana, { show_id: amsterdam }, bytes)
    expect(photo.captured_at).toBe('2024-12-01T21:12:45.000Z')
    const moved = await ana.put(`/photos/${photo.id}`, { show_id: lisbon })
    expect(moved.body.captured_at).toBe('2024-12-01T22:12:45.000Z')
    const back = await ana.put(`/photos/${photo.id}`, { show_id: amsterdam })
    expect(back.body.captured_at).toBe('2024-12-01T21:12:45.000Z')
  })
})

describe('20: sets', () => {
  it('are all or none: one that is not mine refuses them all', async () => {
    const mine = await add(2)
    const seen = (await addPhoto(bo)).id
    const hidden = (await addPhoto(bo, { audience: 'private' })).id
    for (const [other, status] of [
      [seen, 403],
      [hidden, 404],
      [randomUUID(), 404],
    ] as const) {
      const ids = [...mine, other]
      for (const [what, body] of [
        ['delete', { ids }],
        ['move', { ids, show_id: null }],
      ] as const)
        expect([what, (await ana.post(`/media/${what}`, body)).status]).toEqual([what, status])
      expect((await ana.post('/media/restore', { ids })).status).toBe(404)
    }
    for (const id of mine) expect((await ana.get(`/photos/${id}`)).status).toBe(200)
    expect((await bo.get(`/photos/${seen}`)).status).toBe(200)
    for (const what of ['delete', 'restore'])
      expect((await server.stranger.post(`/media/${what}`, { ids: mine })).status).toBe(401)
  })

  it('43: hold 1 to 200', async () => {
    const ids = Array.from({ length: 201 }, () => randomUUID())
    for (const what of ['delete', 'restore', 'move'])
      for (const wrong of [[], ids, ['x']])
        expect(
          (await ana.post(`/media/${what}`, { ids: wrong, ...(what === 'move' && { show_id: null }) }))
            .status,
        ).toBe(422)
  })

  it('end each other’s wait, in whatever order they come', async () => {
    const show = await addShow(ana)
    const ids = await add(12)
    const turned = ids.toReversed()
    const answers = await Promise.all([
      ana.post('/media/move', { ids, show_id: show }),
      ana.post('/media/move', { ids: turned, show_id: null }),
      ana.post('/media/delete', { ids: turned }),
      ana.post('/media/delete', { ids }),
      ana.post('/media/restore', { ids: turned }),
      ana.post('/media/restore', { ids }),
    ])
    for (const { status } of answers) expect([200, 404]).toContain(status)
    expect((await ana.post('/media/restore', { ids })).status).toBe(200)
    expect(new Set(await showsOf(ids)).size).toBe(1)
  })
})
