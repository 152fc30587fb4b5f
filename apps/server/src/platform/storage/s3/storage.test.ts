import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { freshBucket, hasSwift, settingsOf } from '../../../../test/bucket.ts'
import { createLog } from '../../log/log.ts'
import { storageSuite } from '../storage.suite.ts'
import { createClient } from './client.ts'
import { listObjects } from './list.ts'
import { createS3Storage } from './storage.ts'

const log = createLog('silent')

async function open(more: Record<string, string> = {}) {
  const root = await mkdtemp(path.join(tmpdir(), 'sms-storage-'))
  const env: Record<string, string> = { ...(await freshBucket()), ...more, DATA_DIR: root }
  const settings = settingsOf(env)
  const local = path.join(root, 'files')
  const storage = createS3Storage({ settings, local, log, copiedAtOnce: 8 * 1_048_576 })
  return { storage, env, settings, close: () => rm(root, { recursive: true, force: true }) }
}

describe.skipIf(!hasSwift)('files in a bucket (needs swift)', () => {
  storageSuite(() => open())
})

describe.skipIf(!hasSwift)('files below a prefix of a bucket, with checksums (needs swift)', () => {
  storageSuite(() => open({ S3_PREFIX: 'shows/files', S3_CHECKSUMS: 'when_supported' }))
})

describe.skipIf(!hasSwift)('a bucket (needs swift)', () => {
  it('is read page by page', async () => {
    const { storage, settings, close } = await open()
    const keys = ['media/a/1', 'media/a/2', 'media/b/3', 'media/b/4', 'media/c/5']
    for (const key of keys) await storage.write(key, Buffer.from('x'))
    const found: string[] = []
    for await (const { key } of listObjects(createClient(settings), settings.bucket, 'media/', 2))
      found.push(key)
    expect(found).toEqual(keys)
    await close()
  })

  it('keeps no parts of what was never completed, but those that people are still sending', async () => {
    const { storage, settings, close } = await open()
    const client = createClient(settings)
    for (const Key of ['media/3f/one.mp4', 'media/3f/two.mp4', 'uploads/three']) {
      await client.send(new CreateMultipartUploadCommand({ Bucket: settings.bucket, Key }))
    }
    expect(await storage.sweepTemporary(3_600_000)).toBe(0)
    expect(await storage.sweepTemporary(0)).toBe(2)
    expect(await storage.sweepTemporary(0)).toBe(0)
    await close()
  })

  it.each([
    ['another secret', { S3_SECRET_ACCESS_KEY: 'wrong' }],
    ['a bucket that is not there', { S3_BUCKET: 'nowhere' }],
    ['a store that nobody answers for', { S3_ENDPOINT: 'http://127.0.0.1:1' }],
  ])('cannot be had with %s, and nothing else happens', async (_name, wrong) => {
    const { storage, close } = await open(wrong)
    const unavailable = { code: 'STORAGE_UNAVAILABLE' }
    const file = await storage.temporary()
    await writeFile(file, 'encore')
    expect(await storage.answers()).toBe(false)
    await expect(storage.read('media/one')).rejects.toMatchObject(unavailable)
    await expect(storage.adopt('media/one', file)).rejects.toMatchObject(unavailable)
    await expect(storage.write('media/one', Buffer.from('x'))).rejects.toMatchObject(unavailable)
    await expect(storage.withFile('media/one', async () => {})).rejects.toMatchObject(unavailable)
    await expect(storage.list('media')[Symbol.asyncIterator]().next()).rejects.toMatchObject(unavailable)
    await close()
  })
})
