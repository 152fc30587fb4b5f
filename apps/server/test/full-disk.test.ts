import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from './client.ts'
import { addPhoto, jpeg, keptFiles, settled, until, upload } from './photos.ts'
import { startTestServer, type TestServer } from './server.ts'
import { begun, ended, offsetOf, originalOf, sendPart } from './uploads.ts'

const MB = 1_048_576
const disk = mkdtempSync(path.join(tmpdir(), 'sms-disk-'))
const filler = path.join(disk, 'filler')
const mount = (...words: string[]) => spawnSync('mount', words).status === 0
/** Some 16 MB of disk of its own, where we may have that. */
const mounted = process.platform === 'linux' && mount('-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk)

/** Takes all room but `left` bytes. */
async function fill(left: number): Promise<void> {
  const handle = await open(filler, 'w')
  const chunk = Buffer.alloc(65_536)
  try {
    for (;;) await handle.writeFile(chunk)
  } catch {
    // full, as was wanted
  }
  const { size } = await handle.stat()
  await handle.truncate(Math.max(0, size - left))
  await handle.close()
}

describe.skipIf(!mounted)('55: a full disk (needs a mount)', () => {
  let server: TestServer
  let ana: Client
  let photo: { id: string }
  let picture: Buffer
  beforeAll(async () => {
    server = await startTestServer({ DATA_DIR: disk })
    ;[ana] = await server.people('ana')
    photo = await addPhoto(ana)
    picture = await jpeg(600, 500).toBuffer()
  })
  afterAll(async () => {
    await server?.stop()
    spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  })

  it('is told to whoever sends a file, leaves nothing half, and lets reads and words go on', async () => {
    const before = await keptFiles(server)
    await fill(0)
    const refused = await upload(ana, {}, picture)
    expect([refused.status, refused.body.code]).toEqual([507, 'storage_full'])
    expect(await keptFiles(server)).toEqual(before)
    expect((await ana.get('/photos')).body.items).toHaveLength(1)
    for (const part of ['thumbnail', 'preview', 'display', 'original']) {
      expect((await ana.get(`/photos/${photo.id}/${part}`)).status).toBe(200)
    }
    expect((await ana.put(`/photos/${photo.id}`, { caption: 'still here' })).status).toBe(200)
    await rm(filler)
    expect((await upload(ana, {}, picture)).status).toBe(201)
  })

  it('halts an upload in parts, which goes on from where it stands once there is room', async () => {
    const bytes = Buffer.concat([await jpeg(300, 200).toBuffer(), randomBytes(3 * MB)])
    const id = await begun(ana, bytes.length, { kind: 'photo', filename: 'large.jpg' })
    await fill(MB)
    const halted = await sendPart(ana, id, 0, bytes)
    expect([halted.status, halted.body.code]).toEqual([507, 'storage_full'])
    await rm(filler)
    const offset = await offsetOf(ana, id)
    expect(offset).toBeGreaterThan(0)
    expect(offset).toBeLessThan(bytes.length)
    expect((await sendPart(ana, id, offset, bytes.subarray(offset))).status).toBe(204)
    const done = await ended(ana, id)
    expect(bytes.equals(await originalOf(ana, done))).toBe(true)
  })

  it('keeps renditions waiting, and they are made by themselves once there is room', async () => {
    const { pool } = server.app
    const waiting = `select from graphile_worker.jobs where task_identifier = 'render-photo'`
    await until(async () => (await pool.query(waiting)).rows.length === 0)
    await fill(picture.length + 20_000)
    const { body } = await upload(ana, {}, picture)
    const tried = `select id from graphile_worker.jobs
      where task_identifier = 'render-photo' and attempts > 0 and locked_at is null`
    await until(async () => (await pool.query(tried)).rows.length > 0)
    expect((await ana.get(`/photos/${body.id}`)).body.state).toBe('processing')
    expect((await keptFiles(server)).filter((key) => key.startsWith('tmp/'))).toEqual([])
    await rm(filler)
    await pool.query(`select graphile_worker.reschedule_jobs(array(${tried}), run_at => now())`)
    expect((await settled(ana, body.id)).state).toBe('ready')
  })
})
