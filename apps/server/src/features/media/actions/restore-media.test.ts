import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { addPhoto, addShow, jpeg, settled, upload } from '../../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { transact } from '../../../platform/db/transact.ts'
import { moveMedia } from '../store/media.ts'
import { purgeMedia } from './delete-media.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const sql = (text: string, values: unknown[] = []) => server.app.pool.query(text, values)
const pass = (id: string, minutes: number) =>
  sql('update media set deleted_at = deleted_at - make_interval(mins => $2) where id = $1', [id, minutes])
const restore = (who: Client, id: string) => who.post(`/photos/${id}/restore`)

describe('restoring', () => {
  it('brings back all there was, for whoever saw it', async () => {
    const show = await addShow(ana)
    const photo = await addPhoto(ana, { show_id: show, caption: 'kept' })
    await ana.delete(`/photos/${photo.id}`)
    const { status, body } = await restore(ana, photo.id)
    expect([status, body]).toEqual([200, photo])
    for (const part of ['thumbnail', 'preview', 'display'])
      expect((await bo.get(`/photos/${photo.id}/${part}`)).status).toBe(200)
    expect((await bo.get(`/photos/show/${show}`)).body.items).toHaveLength(1)
  })

  it('done twice is done once, and of what was never deleted nothing', async () => {
    const photo = await addPhoto(ana)
    expect((await restore(ana, photo.id)).body).toEqual(photo)
    await ana.delete(`/photos/${photo.id}`)
    const answers = await Promise.all([restore(ana, photo.id), restore(ana, photo.id)])
    expect(answers.map(({ body }) => body)).toEqual([photo, photo])
  })

  it('is too late after a quarter of an hour', async () => {
    const photo = await addPhoto(ana)
    await ana.delete(`/photos/${photo.id}`)
    await pass(photo.id, 15)
    expect((await restore(ana, photo.id)).body.code).toBe('not_found')
    expect((await ana.post('/media/restore', { ids: [photo.id] })).body.code).toBe('not_found')
  })

  it('is its owner’s alone, and of its own kind', async () => {
    const photo = await addPhoto(ana)
    await ana.delete(`/photos/${photo.id}`)
    expect((await restore(bo, photo.id)).status).toBe(404)
    expect((await restore(server.stranger, photo.id)).status).toBe(401)
    expect((await bo.post('/media/restore', { ids: [photo.id] })).status).toBe(404)
    expect((await ana.post(`/videos/${photo.id}/restore`)).status).toBe(404)
    expect((await ana.get(`/photos/${photo.id}`)).status).toBe(404)
  })

  it('gives what was of a show that was left back without one', async () => {
    for (const held of [true, false]) {
      const show = await addShow(ana)
      if (held) await bo.post(`/shows/${show}/checkin`)
      const photo = await addPhoto(ana, { show_id: show })
      await ana.delete(`/photos/${photo.id}`)
      expect((await ana.delete(`/shows/${show}`)).status).toBe(204)
      expect((await bo.get(`/shows/${show}`)).status).toBe(held ? 200 : 404)
      expect((await restore(ana, photo.id)).body).toMatchObject({ id: photo.id, show_id: null })
    }
  })

  it('follows a show that was merged into another', async () => {
    const [from, into] = [await addShow(ana), await addShow(ana)]
    const photo = await addPhoto(ana, { show_id: from })
    await ana.delete(`/photos/${photo.id}`)
    await transact(server.app.db, (tx) => moveMedia(tx, from, into))
    expect((await restore(ana, photo.id)).body.show_id).toBe(into)
  })

  it('and removing for good never both happen', async () => {
    const photos = await Promise.all(Array.from({ length: 6 }, () => addPhoto(ana)))
    const ids = photos.map(({ id }) => id)
    await ana.post('/media/delete', { ids })
    for (const id of ids) await pass(id, 14)
    const { signal } = new AbortController()
    await Promise.all([
      ...ids.map((id) => restore(ana, id)),
      sql('update media set deleted_at = deleted_at - make_interval(mins => 1)'),
      purgeMedia(server.app.db, signal),
      purgeMedia(server.app.db, signal),
    ])
    for (const id of ids) {
      const statuses = await Promise.all(
        ['', '/original', '/thumbnail'].map(async (part) => (await ana.get(`/photos/${id}${part}`)).status),
      )
      expect(new Set(statuses).size).toBe(1)
    }
  })

  it('goes on preparing what was not ready', async () => {
    const { body } = await upload(ana)
    await ana.delete(`/photos/${body.id}`)
    await sql(`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'render-photo'`)
    await sql(`update media set state = 'processing' where id = $1`, [body.id])
    await restore(ana, body.id)
    expect((await settled(ana, body.id)).state).toBe('ready')
  })
})

describe('34: what is deleted', () => {
  it('makes room, and comes back only into room', async () => {
    const small = await startTestServer({ STORAGE_QUOTA_MB: '1' })
    const [cy] = await small.people('cy')
    const picture = await jpeg().toBuffer()
    const big = Buffer.concat([picture, Buffer.alloc(700_000 - picture.length)])
    const first = (await upload(cy, {}, big)).body
    await cy.delete(`/photos/${first.id}`)
    expect((await cy.get('/users/me/storage')).body).toMatchObject({
      used: 0,
      photos: { count: 0, bytes: 0 },
    })
    const second = (await upload(cy, {}, big)).body
    expect((await cy.get('/users/me/storage')).body).toEqual({
      quota: 1_048_576,
      used: big.length,
      photos: { count: 1, bytes: big.length },
      audio: { count: 0, bytes: 0 },
      videos: { count: 0, bytes: 0 },
      uploads: { count: 0, bytes: 0 },
    })
    const answer = await restore(cy, first.id)
    expect([answer.status, answer.body.code]).toEqual([413, 'quota_exceeded'])
    await cy.delete(`/photos/${second.id}`)
    expect((await restore(cy, first.id)).status).toBe(200)
    await small.stop()
  })
})
