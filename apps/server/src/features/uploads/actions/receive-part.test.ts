import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshBucket, hasSwift, settingsOf } from '../../../../test/bucket.ts'
import type { Client } from '../../../../test/client.ts'
import { until } from '../../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import {
  begun,
  ended,
  offsetOf,
  openPart,
  originalOf,
  sendPart,
  sha256Of,
  TUS,
  videoBytes,
} from '../../../../test/uploads.ts'
import { createLog } from '../../../platform/log/log.ts'
import { createStorage } from '../../../platform/storage/create.ts'
import type { Storage } from '../../../platform/storage/storage.ts'

const rowOf = async ({ app }: TestServer, id: string) =>
  app.db.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst()

/** Nobody writes any more: what a cut connection brought is kept. */
const released = (server: TestServer, id: string) =>
  until(async () => (await rowOf(server, id))?.writer == null)

/** `exact`: one sees what is written as it comes, and so can cut just then. */
function receiving(env: () => Promise<Record<string, string>>, exact: boolean): void {
  let server: TestServer
  let storage: Storage
  let ana: Client
  beforeAll(async () => {
    const settings = await env()
    server = await startTestServer(settings)
    const s3 = Object.keys(settings).length === 0 ? null : settingsOf(settings)
    storage = createStorage({ dataDir: server.dataDir, s3 }, createLog('silent'))
    ;[ana] = await server.people('ana')
  })
  afterAll(() => server?.stop())

  it('35: cut at any byte, it goes on from there and arrives equal', async () => {
    const bytes = videoBytes(200_000)
    const id = await begun(ana, bytes.length, { sha256: sha256Of(bytes) })
    let at = 0
    for (const cut of [0, 1, 2, 1023, 65_536, 65_537, 131_071, 199_999]) {
      const part = openPart(server.url, ana, id, at, bytes.length - at)
      part.write(bytes.subarray(at, cut))
      await until(async () => (await rowOf(server, id))?.writer != null)
      // what the process has not read yet is nobody's: it goes with the connection
      if (exact) await until(async () => ((await storage.size(`uploads/${id}`)) ?? 0) === cut)
      part.cut()
      await released(server, id)
      const before = at
      at = await offsetOf(ana, id)
      expect((await rowOf(server, id))?.received).toBe(at)
      if (exact) expect(at).toBe(cut)
      else expect(before <= at && at <= cut).toBe(true)
    }
    expect((await sendPart(ana, id, at, bytes.subarray(at))).status).toBe(204)
    const upload = await ended(ana, id)
    expect(upload.state).toBe('done')
    expect(sha256Of(await originalOf(ana, upload))).toBe(sha256Of(bytes))
  })

  it('35: while one writes, another is told to wait', async () => {
    const bytes = videoBytes(100_000)
    const id = await begun(ana, bytes.length)
    const first = openPart(server.url, ana, id, 0, bytes.length)
    first.write(bytes.subarray(0, 30_000))
    await until(async () => (await rowOf(server, id))?.writer != null)
    const second = await sendPart(ana, id, 0, Buffer.alloc(bytes.length))
    expect([second.status, second.body.code]).toEqual([409, 'upload_busy'])
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0)
    first.write(bytes.subarray(30_000))
    expect(await first.answer).toMatchObject({ status: 204 })
    expect(await originalOf(ana, await ended(ana, id))).toEqual(bytes)
  })

  it('35: of ten at once one wins, and the bytes are right', async () => {
    const bytes = videoBytes(50_000)
    const id = await begun(ana, bytes.length)
    const answers = await Promise.all(Array.from({ length: 10 }, () => sendPart(ana, id, 0, bytes)))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    for (const { status, body } of answers) {
      if (status === 409) expect(['upload_busy', 'upload_ended']).toContain(body.code)
      else expect(status).toBe(204)
    }
    expect(await originalOf(ana, await ended(ana, id))).toEqual(bytes)
  })

  it('35: a writer that died holds nobody up for longer than its lease', async () => {
    const bytes = videoBytes(50_000)
    const id = await begun(ana, bytes.length)
    const lease = (until: string) =>
      server.app.db
        .updateTable('uploads')
        .set({ writer: id, writer_until: sql<string>`now() + ${until}::interval` })
        .where('id', '=', id)
        .execute()
    await lease('20 seconds')
    expect((await sendPart(ana, id, 0, bytes)).body.code).toBe('upload_busy')
    await lease('-1 seconds')
    expect((await sendPart(ana, id, 0, bytes)).status).toBe(204)
  })

  it('34: more bytes than were announced are refused as they come', async () => {
    const bytes = videoBytes(50_000)
    const id = await begun(ana, bytes.length)
    const told = await sendPart(ana, id, 0, Buffer.concat([bytes, Buffer.from('x')]))
    expect([told.status, told.body.code]).toEqual([413, 'payload_too_large'])
    expect(await offsetOf(ana, id)).toBe(0)
    const untold = openPart(server.url, ana, id, 0, null)
    untold.write(bytes.subarray(0, 40_000))
    untold.write(Buffer.alloc(20_000))
    untold.end()
    expect(await untold.answer).toMatchObject({ status: 413, code: 'payload_too_large' })
    const at = await offsetOf(ana, id)
    expect(at).toBeLessThan(bytes.length)
    expect((await sendPart(ana, id, at, bytes.subarray(at))).status).toBe(204)
    expect(await originalOf(ana, await ended(ana, id))).toEqual(bytes)
  })

  it('35: takes a body of unknown length, and says offset and end of a finished one', async () => {
    const bytes = videoBytes(50_000)
    const id = await begun(ana, bytes.length)
    const part = openPart(server.url, ana, id, 0, null)
    part.write(bytes)
    part.end()
    expect(await part.answer).toMatchObject({ status: 204, headers: { 'upload-offset': '50000' } })
    expect((await ended(ana, id)).state).toBe('done')
    expect(await offsetOf(ana, id)).toBe(bytes.length)
    expect((await sendPart(ana, id, bytes.length, Buffer.from('x'))).body.code).toBe('upload_ended')
  })

  it('35: whatever the row says, the store knows how far the bytes are', async () => {
    const bytes = videoBytes(50_000)
    const id = await begun(ana, bytes.length)
    await sendPart(ana, id, 0, bytes.subarray(0, 20_000))
    const forget = () =>
      server.app.db.updateTable('uploads').set({ received: 7 }).where('id', '=', id).execute()
    await forget()
    const wrong = await sendPart(ana, id, 7, bytes.subarray(7))
    expect([wrong.body.code, wrong.body.offset]).toEqual(['offset_mismatch', 20_000])
    await forget()
    expect(await offsetOf(ana, id)).toBe(20_000)
    expect((await ana.get(`/uploads/${id}`)).body.offset).toBe(20_000)
  })

  it('is given up while a part of it is on its way', async () => {
    const bytes = videoBytes(50_000)
    const id = await begun(ana, bytes.length)
    const part = openPart(server.url, ana, id, 0, bytes.length)
    part.write(bytes.subarray(0, 20_000))
    await until(async () => (await rowOf(server, id))?.writer != null)
    expect((await ana.request('DELETE', `/uploads/${id}`, { headers: TUS })).status).toBe(204)
    part.write(bytes.subarray(20_000))
    expect(await part.answer).toMatchObject({ status: 404, code: 'not_found' })
    await until(async () => (await storedOf(storage, id)).length === 0)
  })
}

/** Keys of what is stored of an upload. */
async function storedOf(storage: Storage, id: string): Promise<string[]> {
  const found: string[] = []
  for await (const { key } of storage.list('uploads')) if (key.includes(id)) found.push(key)
  return found
}

describe('parts that arrive, in a folder', () => receiving(async () => ({}), true))
describe.skipIf(!hasSwift)('parts that arrive, in a bucket (needs swift)', () =>
  receiving(freshBucket, false),
)
