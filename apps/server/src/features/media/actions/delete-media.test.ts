import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { addPhoto, addShow, keptFiles, until } from '../../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { transact } from '../../../platform/db/transact.ts'
import { releaseMedia } from './delete-media.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

describe('changing a photo', () => {
  it('changes what was sent and nothing else', async () => {
    const photo = await addPhoto(ana, { caption: 'before', audience: 'friends' })
    const changed = (await ana.put(`/photos/${photo.id}`, { caption: ' after ' })).body
    expect(changed).toEqual({ ...photo, caption: 'after', updated_at: changed.updated_at })
    expect((await ana.put(`/photos/${photo.id}`, { audience: 'public' })).body).toMatchObject({
      caption: 'after',
      audience: 'public',
    })
    expect((await ana.put(`/photos/${photo.id}`, { caption: null })).body.caption).toBeNull()
    expect((await ana.put(`/photos/${photo.id}`, { owner_id: bo.id })).body.code).toBe('validation_failed')
  })
})

describe('20: a photo of another', () => {
  it('is forbidden to change when it is seen, and does not exist when it is not', async () => {
    const seen = await addPhoto(ana, { audience: 'public' })
    const hidden = await addPhoto(ana, { audience: 'private' })
    for (const [photo, code] of [
      [seen, 'forbidden'],
      [hidden, 'not_found'],
    ]) {
      expect((await bo.put(`/photos/${photo.id}`, { caption: 'mine' })).body.code).toBe(code)
      expect((await bo.delete(`/photos/${photo.id}`)).body.code).toBe(code)
      expect((await bo.post(`/photos/${photo.id}/retry`)).body.code).toBe(code)
      expect((await ana.get(`/photos/${photo.id}`)).body).toEqual(photo)
    }
    expect((await server.stranger.delete(`/photos/${seen.id}`)).status).toBe(401)
  })
})

describe('deleting', () => {
  it('takes the photo away at once and its files soon after', async () => {
    const before = await keptFiles(server)
    const photo = await addPhoto(ana)
    expect((await keptFiles(server)).length).toBe(before.length + 3)
    expect((await ana.delete(`/photos/${photo.id}`)).status).toBe(204)
    for (const part of ['', '/thumbnail', '/display', '/original']) {
      expect((await ana.get(`/photos/${photo.id}${part}`)).status).toBe(404)
    }
    expect((await ana.delete(`/photos/${photo.id}`)).status).toBe(404)
    await until(async () => (await keptFiles(server)).length === before.length)
    expect(await keptFiles(server)).toEqual(before)
  })

  it('of a show takes one person’s media of it and leaves the others’', async () => {
    const show = await addShow(ana)
    const gone = [await addPhoto(ana, { show_id: show }), await addPhoto(ana, { show_id: show })]
    const kept = [await addPhoto(bo, { show_id: show }), await addPhoto(ana)]
    const before = await keptFiles(server)
    await transact(server.app.db, (tx) => releaseMedia(tx, ana.id, show))
    await until(async () => (await keptFiles(server)).length === before.length - 6)
    for (const { id } of gone) expect((await ana.get(`/photos/${id}`)).status).toBe(404)
    for (const { id } of kept) {
      const reader = id === kept[0]?.id ? bo : ana
      for (const part of ['original', 'thumbnail', 'display']) {
        expect((await reader.get(`/photos/${id}/${part}`)).status).toBe(200)
      }
    }
  })

  it('does not happen when the transaction does not', async () => {
    const show = await addShow(ana)
    const photo = await addPhoto(ana, { show_id: show })
    const failing = transact(server.app.db, async (tx) => {
      await releaseMedia(tx, ana.id, show)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect((await ana.get(`/photos/${photo.id}/original`)).status).toBe(200)
  })
})
