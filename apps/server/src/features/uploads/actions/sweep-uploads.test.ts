import { randomUUID } from 'node:crypto'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { allJobsDone } from '../../../../test/mail.ts'
import { jpeg, keptFiles } from '../../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { begun, ended, sendPart, sendWhole, videoBytes } from '../../../../test/uploads.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'

let server: TestServer
let ana: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
})
afterAll(() => server.stop())

const sweep = async () => {
  await enqueue(server.app.db, 'sweep-uploads', {})
  await allJobsDone(server)
}
const turn = (id: string, set: object) =>
  server.app.db.updateTable('uploads').set(set).where('id', '=', id).execute()
const yesterday = { expires_at: sql<string>`now() - interval '1 day'` }
const stored = async () => (await keptFiles(server)).filter((file) => file.startsWith('uploads'))
const statusOf = async (id: string) => (await ana.get(`/uploads/${id}`)).status

describe('sweeping uploads', () => {
  it('gives up what nobody went on with for a week, and forgets what ended a week ago', async () => {
    const [left, recent, written] = await Promise.all([1, 2, 3].map(() => begun(ana, 1000)))
    for (const id of [left, recent, written]) await sendPart(ana, id!, 0, Buffer.alloc(500))
    const done = (await sendWhole(ana, await jpeg().toBuffer())).id
    for (const id of [left, written, done]) await turn(id!, yesterday)
    await turn(written!, { writer: randomUUID(), writer_until: sql`now() + interval '1 minute'` })
    await sweep()
    expect(await Promise.all([left, recent, written, done].map((id) => statusOf(id!)))).toEqual([
      404, 200, 200, 404,
    ])
    expect(await stored()).toEqual([`uploads/${recent}`, `uploads/${written}`].sort())
  })

  it('removes bytes that no upload has once they are old', async () => {
    const folder = path.join(server.dataDir, 'files/uploads')
    await mkdir(folder, { recursive: true })
    const [old, young] = [randomUUID(), randomUUID()]
    const then = new Date(Date.now() - 2 * 3_600_000)
    for (const id of [old, young]) await writeFile(path.join(folder, id), 'x')
    await utimes(path.join(folder, old), then, then)
    const before = await stored()
    await sweep()
    expect(await stored()).toEqual(before.filter((file) => !file.includes(old)))
  })

  it('53: sets going what a crash left lying', async () => {
    const bytes = videoBytes(3000)
    const whole = await begun(ana, bytes.length)
    const stuck = await begun(ana, bytes.length + 1)
    // all bytes are there, and nothing says so
    await writeFile(path.join(server.dataDir, 'files/uploads', whole), bytes)
    await writeFile(
      path.join(server.dataDir, 'files/uploads', stuck),
      Buffer.concat([bytes, Buffer.alloc(1)]),
    )
    await turn(stuck, { state: 'finishing' })
    await sweep()
    for (const id of [whole, stuck]) expect((await ended(ana, id)).state).toBe('done')
  })
})
