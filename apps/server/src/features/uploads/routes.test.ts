import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { listen } from '../../../test/live.ts'
import { addShow } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { begun, ended, offsetOf, originalOf, sendPart, sha256Of, videoBytes } from '../../../test/uploads.ts'

let server: TestServer
let ana: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
})
afterAll(() => server.stop())

describe('an upload in parts', () => {
  it('becomes a medium of its show, byte for byte, and says so live', async () => {
    const showId = await addShow(ana)
    const bytes = videoBytes(300_000)
    const ear = await listen(server.url, ana)
    const pairs = { filename: 'encore.mp4', show_id: showId, caption: 'Encore', sha256: sha256Of(bytes) }
    const id = await begun(ana, bytes.length, pairs)
    expect((await sendPart(ana, id, 0, bytes.subarray(0, 100_000))).headers.get('upload-offset')).toBe(
      '100000',
    )
    expect(await offsetOf(ana, id)).toBe(100_000)
    expect((await ana.get(`/uploads/${id}`)).body).toMatchObject({ state: 'receiving', offset: 100_000 })
    expect((await sendPart(ana, id, 100_000, bytes.subarray(100_000))).status).toBe(204)
    const upload = await ended(ana, id)
    expect(upload).toMatchObject({
      state: 'done',
      kind: 'video',
      show_id: showId,
      duplicate: false,
      problem: null,
    })
    expect(await originalOf(ana, upload)).toEqual(bytes)
    const { body: video } = await ana.get(`/videos/${upload.media_id}`)
    expect(video).toMatchObject({ file_name: 'encore.mp4', caption: 'Encore', show_id: showId })
    await ear.hear('upload_progress', { id, state: 'finishing' })
    await ear.hear('upload_progress', { id, state: 'done' })
    ear.socket.close()
  })
})
