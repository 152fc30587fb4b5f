import { utimes } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { makeEvent } from '../../../test/events.ts'
import { jpeg, keptFiles, photoForm, until } from '../../../test/photos.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'

let server: TestServer
let org: Client
let ana: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[org, ana] = await server.people('org', 'ana')
  await appoint(server, 'organizer', org)
})
afterAll(() => server.stop())

describe('a poster', () => {
  const put = (who: Client, id: string, bytes: Uint8Array) =>
    who.request('PUT', `/events/${id}/poster`, { body: photoForm(bytes) })
  const get = (who: Client, address: string) => who.get(address.replace('/api/v1', ''))
  const kept = async () => (await keptFiles(server)).filter((file) => file.startsWith('posters/'))

  it('is drawn in three sizes, seen by whoever may open the event, and goes with it', async () => {
    const { id } = await makeEvent(org, { visibility: 'private' })
    const { body } = await put(org, id, await jpeg(600, 900).toBuffer())
    expect([body.poster.width, body.poster.height]).toEqual([600, 900])
    for (const address of [body.poster.thumbnail, body.poster.preview, body.poster.display]) {
      const answer = await get(org, address)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp'])
      expect(answer.headers.get('cache-control')).toContain('immutable')
      expect((await get(ana, address)).status).toBe(404)
      expect((await get(server.stranger, address)).status).toBe(404)
    }
    await org.patch(`/events/${id}`, { visibility: 'public' })
    expect((await get(server.stranger, body.poster.preview)).status).toBe(200)
    expect((await put(ana, id, await jpeg().toBuffer())).body.code).toBe('staff_only')
    expect((await put(org, id, Buffer.from('no picture'))).body.code).toBe('unsupported_format')
    expect(await kept()).toHaveLength(3)
    const next = (await put(org, id, await jpeg().toBuffer())).body.poster
    expect(next.preview).not.toBe(body.poster.preview)
    await until(async () => (await kept()).length === 3)
    expect((await org.delete(`/events/${id}/poster`)).status).toBe(204)
    expect((await get(org, next.preview)).status).toBe(404)
    await put(org, id, await jpeg().toBuffer())
    await org.delete(`/events/${id}`)
    await until(async () => (await kept()).length === 0)
  })

  it('53: that a crash left behind is swept', async () => {
    const key = 'posters/aa/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9baa-320.webp'
    await server.storage.write(key, Buffer.from('left behind'))
    expect(await kept()).toEqual([key])
    const longAgo = new Date(Date.now() - 61 * 60_000)
    await utimes(path.join(server.dataDir, 'files', key), longAgo, longAgo)
    await enqueue(server.app.db, 'sweep-posters', {})
    await until(async () => (await kept()).length === 0)
  })
})

describe('photos by their event', () => {
  it('are those of its show; a show without an organiser has none here', async () => {
    const { id } = await makeEvent(org)
    const sent = await ana.request('POST', `/events/${id}/photos`, {
      body: photoForm(await jpeg().toBuffer()),
    })
    expect([sent.status, sent.body.show_id]).toEqual([201, id])
    const listed = await ana.get(`/events/${id}/photos`)
    expect(listed.body.items.map((one: { id: string }) => one.id)).toEqual([sent.body.id])
    const { id: plain } = await logShow(ana)
    expect((await ana.get(`/events/${plain}/photos`)).status).toBe(404)
    const refused = await ana.request('POST', `/events/${plain}/photos`, {
      body: photoForm(await jpeg().toBuffer()),
    })
    expect(refused.status).toBe(404)
    expect((await ana.get(`/events/${plain}`)).status).toBe(404)
  })
})
