import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { addPhoto, addShow, keptFiles, until } from '../../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { transact } from '../../../platform/db/transact.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { purgeMedia, releaseMedia } from './delete-media.ts'

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
    expect((await ana.put(`/photos/${photo.id}`, { title: 'Title' })).body.caption).toBe('Title')
    expect((await ana.put(`/photos/${photo.id}`, { title: 'a', caption: 'b' })).body.caption).toBe('b')
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
  /** As if the minutes in which they can be restored had passed. */
  const pass = (minutes: number) =>
    server.app.pool.query('update media set deleted_at = deleted_at - make_interval(mins => $1)', [minutes])

  it('takes the photo away at once, for everybody', async () => {
    const show = await addShow(ana)
    const photo = await addPhoto(ana, { show_id: show })
    expect((await ana.delete(`/photos/${photo.id}`)).status).toBe(204)
    for (const who of [ana, bo, server.stranger]) {
      for (const part of ['', '/thumbnail', '/preview', '/display', '/original'])
        expect((await who.get(`/photos/${photo.id}${part}`)).status).toBe(404)
      for (const list of [`/photos/show/${show}`, `/photos/user/${ana.id}?limit=100`])
        expect(JSON.stringify((await who.get(list)).body)).not.toContain(photo.id)
      expect((await who.get(`/shows/${show}`)).body).toMatchObject({ counts: { photos: 0 }, cover: null })
    }
    expect(JSON.stringify((await ana.get('/photos?limit=100')).body)).not.toContain(photo.id)
    expect(JSON.stringify((await ana.get('/dashboard/photos/recent')).body)).not.toContain(photo.id)
    for (const again of [
      await ana.delete(`/photos/${photo.id}`),
      await ana.put(`/photos/${photo.id}`, { caption: 'x' }),
      await ana.post(`/photos/${photo.id}/retry`),
      await ana.post('/media/delete', { ids: [photo.id] }),
      await ana.post('/media/move', { ids: [photo.id], show_id: null }),
    ])
      expect([again.status, again.body?.code ?? 'not_found']).toEqual([404, 'not_found'])
  })

  it('removes rows and files for good once nobody can restore them, and not before', async () => {
    const before = await keptFiles(server)
    const photo = await addPhoto(ana)
    const files = (await keptFiles(server)).filter((file) => !before.includes(file))
    expect(files).toHaveLength(4)
    const left = async () => (await keptFiles(server)).filter((file) => files.includes(file))
    await ana.delete(`/photos/${photo.id}`)
    const { rows } = await server.app.pool.query(
      `select extract(epoch from run_at - now()) / 60 as minutes from graphile_worker.jobs
        where task_identifier = 'purge-media'`,
    )
    expect(Number(rows[0].minutes)).toBeGreaterThan(15)
    expect(Number(rows[0].minutes)).toBeLessThan(17)
    const { signal } = new AbortController()
    await pass(14)
    await purgeMedia(server.app.db, signal)
    expect(await left()).toEqual(files)
    await pass(1)
    await enqueue(server.app.db, 'purge-media', {})
    await until(async () => (await left()).length === 0)
    expect((await server.app.pool.query('select 1 from media where id = $1', [photo.id])).rows).toEqual([])
  })

  it('of a show takes one person’s media of it and leaves the others’', async () => {
    const show = await addShow(ana)
    const gone = [await addPhoto(ana, { show_id: show }), await addPhoto(ana, { show_id: show })]
    const kept = [await addPhoto(bo, { show_id: show }), await addPhoto(ana)]
    const before = await keptFiles(server)
    await transact(server.app.db, (tx) => releaseMedia(tx, ana.id, show))
    await until(async () => (await keptFiles(server)).length === before.length - 8)
    for (const { id } of gone) expect((await ana.get(`/photos/${id}`)).status).toBe(404)
    for (const { id } of kept) {
      const reader = id === kept[0]?.id ? bo : ana
      for (const part of ['original', 'thumbnail', 'preview', 'display']) {
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
