import { mkdtemp, readFile, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFolderStorage } from './folder.ts'
import { storageSuite } from './storage.suite.ts'
import type { Storage } from './storage.ts'

describe('files in a folder', () => {
  storageSuite(async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'sms-storage-'))
    return {
      storage: createFolderStorage(path.join(root, 'files')),
      env: { DATA_DIR: root },
      close: () => rm(root, { recursive: true, force: true }),
    }
  })
})

describe('a folder', () => {
  let root: string
  let storage: Storage
  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'sms-storage-'))
    storage = createFolderStorage(root)
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  const HOUR = 3_600_000

  async function age(key: string, milliseconds: number): Promise<void> {
    const then = new Date(Date.now() - milliseconds)
    await utimes(path.join(root, key), then, then)
  }

  it('has each file under its key', async () => {
    await storage.write('media/3f/one.jpg', Buffer.from('encore'))
    expect(await readFile(path.join(root, 'media/3f/one.jpg'), 'utf8')).toBe('encore')
  })

  it('knows how old a file is', async () => {
    await storage.write('old/3f/one.jpg', Buffer.from('x'))
    await age('old/3f/one.jpg', HOUR)
    for await (const file of storage.list('old')) expect(file.age).toBeGreaterThanOrEqual(HOUR)
  })

  it('has a copy be young, whatever age its bytes have', async () => {
    await storage.write('uploads/one', Buffer.from('x'))
    await age('uploads/one', 2 * HOUR)
    await storage.copy('uploads/one', 'young/3f/one.mp4')
    for await (const file of storage.list('young')) expect(file.age).toBeLessThan(HOUR)
  })
})
