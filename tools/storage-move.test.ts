import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../apps/server/src/platform/log/log.ts'
import { createS3Storage } from '../apps/server/src/platform/storage/s3/storage.ts'
import type { Storage } from '../apps/server/src/platform/storage/storage.ts'
import { freshBucket, hasSwift, settingsOf } from '../apps/server/test/bucket.ts'
import type { Client } from '../apps/server/test/client.ts'
import { addPhoto, jpeg, keptFiles, photoForm } from '../apps/server/test/photos.ts'
import { startTestServer, type TestServer } from '../apps/server/test/server.ts'
import { runMove } from './storage-move/run.ts'

describe.skipIf(!hasSwift)('storage:move (needs swift)', () => {
  let server: TestServer
  let ana: Client
  let env: Record<string, string>
  let bucket: Storage
  beforeAll(async () => {
    env = await freshBucket()
    server = await startTestServer()
    const local = path.join(server.dataDir, 'files')
    bucket = createS3Storage({ settings: settingsOf(env), local, log: createLog('silent') })
    ;[ana] = await server.people('ana')
    await addPhoto(ana)
    const body = photoForm(await jpeg(200, 200).toBuffer())
    expect((await ana.request('PUT', '/users/me/avatar', { body })).status).toBe(200)
  })
  afterAll(() => server.stop())

  /** What the command says, line by line, and its exit code. */
  async function move(...words: string[]): Promise<{ said: string[]; code: number }> {
    const said: string[] = []
    const settings = { ...env, DATABASE_URL: server.databaseUrl, DATA_DIR: server.dataDir }
    const code = await runMove(words, settings, (line) => said.push(line))
    return { said, code }
  }

  const fileOf = (key: string) => path.join(server.dataDir, 'files', key)

  async function bytesOf(storage: Storage, keys: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>()
    for (const key of keys) {
      const stream = await storage.read(key)
      if (stream !== null) found.set(key, (await buffer(stream)).toString('base64'))
    }
    return found
  }

  it('brings every file into the bucket and back, byte for byte', async () => {
    const keys = await keptFiles(server)
    expect(keys).toHaveLength(6)
    const before = await bytesOf(server.storage, keys)

    expect((await move('--to', 's3', '--dry-run')).said[0]).toMatch(/^6 files .* to be copied, 0 were there/)
    expect((await bytesOf(bucket, keys)).size).toBe(0)
    const there = await move('--to', 's3')
    expect([there.code, there.said[0]]).toEqual([0, expect.stringMatching(/^6 files .*, 0 failed\.$/)])
    expect(await bytesOf(bucket, keys)).toEqual(before)
    expect((await move('--to', 's3')).said[0]).toMatch(/^0 files .*, 6 were there .*, 0 failed\.$/)
    expect(await keptFiles(server)).toEqual(keys)

    await rm(fileOf(''), { recursive: true })
    expect((await move('--to', 'folder')).said[0]).toMatch(/^6 files .*, 0 failed\.$/)
    expect(await bytesOf(server.storage, keys)).toEqual(before)
  })

  it('names a file that is damaged, copies the others and does not copy that one', async () => {
    const before = new Set(await keptFiles(server))
    const { id } = await addPhoto(ana)
    const added = (await keptFiles(server)).filter((key) => !before.has(key))
    const original = added.find((key) => key.includes(id)) ?? ''
    const bytes = await readFile(fileOf(original))
    await writeFile(fileOf(original), bytes.with(bytes.length - 9, (bytes.at(-9) ?? 0) ^ 1))
    const { said, code } = await move('--to', 's3')
    expect(code).toBe(1)
    expect(said.at(-1)).toBe(`FAILED  ${original} has other bytes than were added`)
    expect((await bytesOf(bucket, added)).size).toBe(added.length - 1)

    await rm(fileOf(original))
    expect((await move('--to', 's3')).said.at(-1)).toBe(`FAILED  ${original} is on neither side`)
    await writeFile(fileOf(original), bytes)
    expect((await move('--to', 's3')).code).toBe(0)
  })

  it('copies anew what is damaged where it goes', async () => {
    const [key = ''] = await keptFiles(server)
    const before = await bytesOf(server.storage, [key])
    await bucket.write(key, Buffer.alloc((await server.storage.size(key)) ?? 0))
    expect((await move('--to', 's3')).said[0]).toMatch(/^1 files /)
    expect(await bytesOf(bucket, [key])).toEqual(before)
  })

  it('empties the side it comes from when asked to, and finds nothing to do again', async () => {
    const keys = await keptFiles(server)
    const before = await bytesOf(server.storage, keys)
    expect((await move('--to', 's3', '--remove')).code).toBe(0)
    expect(await keptFiles(server)).toEqual([])
    expect(await bytesOf(bucket, keys)).toEqual(before)
    expect((await move('--to', 's3', '--remove')).said[0]).toMatch(/^0 files /)
  })

  it.each([[[]], [['--to', 'tape']], [['--to', 's3', '--remove', '--dry-run']], [['--from', 's3']]])(
    'says how it is called to whoever asks for %j',
    async (words) => expect(move(...words)).rejects.toThrow('npm run storage:move -- --to s3|folder'),
  )
})
