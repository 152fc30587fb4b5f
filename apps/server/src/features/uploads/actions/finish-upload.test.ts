import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { allJobsDone } from '../../../../test/mail.ts'
import { addShow, jpeg, keptFiles } from '../../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import {
  begun,
  ended,
  offsetOf,
  originalOf,
  sendPart,
  sendWhole,
  sha256Of,
  videoBytes,
} from '../../../../test/uploads.ts'
import { createApp } from '../../../app.ts'
import { readConfig } from '../../../platform/config/config.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { createLog } from '../../../platform/log/log.ts'

describe('the end of an upload', () => {
  let server: TestServer
  let ana: Client
  beforeAll(async () => {
    server = await startTestServer()
    ;[ana] = await server.people('ana')
  })
  afterAll(() => server.stop())

  const partsLeft = async () => (await keptFiles(server)).filter((file) => file.startsWith('uploads'))

  it('35: bytes that are not those that were announced are refused and removed', async () => {
    const bytes = await jpeg().toBuffer()
    const upload = await sendWhole(ana, bytes, { sha256: sha256Of(Buffer.from('others')) })
    expect(upload).toMatchObject({ state: 'failed', problem: { code: 'checksum_mismatch' } })
    await allJobsDone(server)
    expect(await partsLeft()).toEqual([])
  })

  it('five of one file at once are one medium', async () => {
    const bytes = await jpeg().toBuffer()
    const uploads = await Promise.all([1, 2, 3, 4, 5].map(() => sendWhole(ana, bytes)))
    expect(new Set(uploads.map(({ media_id }) => media_id)).size).toBe(1)
    expect(uploads.filter(({ duplicate }) => !duplicate)).toHaveLength(1)
    // elsewhere it is another
    const elsewhere = await sendWhole(ana, bytes, { show_id: await addShow(ana) })
    expect(elsewhere).toMatchObject({ state: 'done', duplicate: false })
    await allJobsDone(server)
    expect(await partsLeft()).toEqual([])
  })

  it('35: of fifty files of which three are corrupt, 47 arrive and three say why', async () => {
    const good = await jpeg().toBuffer()
    const files = Array.from({ length: 50 }, (_, n) => Buffer.concat([good, Buffer.from(`${n}`)]))
    files[7] = Buffer.from('<!doctype html>')
    files[23] = good.subarray(0, 12)
    files[41] = Buffer.from('RIFF\0\0\0\0WEBPVP8 ')
    const uploads = await Promise.all(files.map((bytes) => sendWhole(ana, bytes)))
    const failed = uploads.flatMap(({ state }, n) => (state === 'failed' ? [n] : []))
    expect(failed).toEqual([7, 23, 41])
    for (const n of failed) expect(uploads[n].problem.message.length).toBeGreaterThan(10)
    expect(new Set(uploads.flatMap(({ media_id }) => media_id ?? [])).size).toBe(47)
    for (const n of [0, 49]) expect(await originalOf(ana, uploads[n])).toEqual(files[n])
  })

  it('what was recorded at a show that is gone since is kept without it', async () => {
    const showId = await addShow(ana, { is_public: false })
    const bytes = videoBytes(2000)
    const id = await begun(ana, bytes.length, { show_id: showId })
    expect((await ana.delete(`/shows/${showId}`)).status).toBe(204)
    await sendPart(ana, id, 0, bytes)
    const upload = await ended(ana, id)
    expect(upload).toMatchObject({ state: 'done', kind: 'video' })
    expect((await ana.get(`/videos/${upload.media_id}`)).body.show_id).toBeNull()
  })
})

describe('the end of an upload, while nobody looks after it', () => {
  let server: TestServer
  let ana: Client
  beforeAll(async () => {
    server = await startTestServer({ ROLE: 'web' })
    ;[ana] = await server.people('ana')
  })
  afterAll(() => server.stop())

  const stateOf = async (id: string) =>
    (await server.app.db.selectFrom('uploads').select('state').where('id', '=', id).executeTakeFirst())?.state

  it('53: comes once, however often it is begun, also after a crash before the row knew', async () => {
    const bytes = videoBytes(5000)
    const id = await begun(ana, bytes.length, { sha256: sha256Of(bytes) })
    expect((await sendPart(ana, id, 0, bytes)).status).toBe(204)
    expect(await stateOf(id)).toBe('finishing')
    // as if the process had died before it wrote that all is there
    const { db } = server.app
    await db.updateTable('uploads').set({ state: 'receiving', received: 10 }).where('id', '=', id).execute()
    expect(await offsetOf(ana, id)).toBe(bytes.length)
    expect(await stateOf(id)).toBe('finishing')
    for (let n = 0; n < 5; n++) await enqueue(db, 'finish-upload', { id })

    const env = { ROLE: 'worker', DATA_DIR: server.dataDir, PORT: '0', LOG_LEVEL: 'silent' }
    const worker = await createApp(readConfig(env), server.databaseUrl, createLog('silent'))
    await worker.start()
    const upload = await ended(ana, id)
    expect(upload).toMatchObject({ state: 'done', duplicate: false })
    expect(await originalOf(ana, upload)).toEqual(bytes)
    const kept = await db.selectFrom('media').select('id').where('owner_id', '=', ana.id).execute()
    expect(kept).toEqual([{ id: upload.media_id }])
    await worker.close()
  })
})
