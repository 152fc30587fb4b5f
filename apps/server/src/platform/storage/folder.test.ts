import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFolderStorage } from './folder.ts'
import type { Storage } from './storage.ts'

let root: string
let storage: Storage
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'sms-storage-'))
  storage = createFolderStorage(path.join(root, 'files'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function put(key: string, text: string): Promise<void> {
  const file = await storage.temporary()
  await writeFile(file, text)
  await storage.adopt(key, file)
}

async function keys(prefix: string): Promise<string[]> {
  const found: string[] = []
  for await (const { key } of storage.list(prefix)) found.push(key)
  return found.sort()
}

const HOUR = 3_600_000

async function age(file: string, milliseconds: number): Promise<void> {
  const then = new Date(Date.now() - milliseconds)
  await utimes(file, then, then)
}

describe('files in a folder', () => {
  it('moves a temporary file under its key', async () => {
    const file = await storage.temporary()
    await writeFile(file, 'encore')
    await storage.adopt('media/3f/one.jpg', file)
    expect(await readFile(path.join(root, 'files/media/3f/one.jpg'), 'utf8')).toBe('encore')
    await expect(stat(file)).rejects.toThrow('ENOENT')
  })

  it('writes a small file whole and leaves nothing else', async () => {
    await storage.write('media/3f/one.webp', Buffer.from('encore'))
    expect(String(await buffer((await storage.read('media/3f/one.webp'))!))).toBe('encore')
    expect(await keys('tmp')).toEqual([])
  })

  it('reads all, a range, or says that nothing is there', async () => {
    await put('media/3f/one.jpg', 'encore')
    const all = await storage.read('media/3f/one.jpg')
    const part = await storage.read('media/3f/one.jpg', { start: 2, end: 3 })
    expect([await buffer(all!), await buffer(part!)].map(String)).toEqual(['encore', 'co'])
    expect(await storage.read('media/3f/two.jpg')).toBeNull()
  })

  it('replaces what is under a key at once', async () => {
    await put('media/3f/one.jpg', 'first')
    const reading = await storage.read('media/3f/one.jpg')
    await put('media/3f/one.jpg', 'second')
    expect(String(await buffer(reading!))).toBe('first')
    expect(String(await buffer((await storage.read('media/3f/one.jpg'))!))).toBe('second')
  })

  it('lends a path to a tool', async () => {
    await put('media/3f/one.jpg', 'encore')
    expect(await storage.withFile('media/3f/one.jpg', (file) => readFile(file, 'utf8'))).toBe('encore')
  })

  it('copies under a second key, which is young and stays when the first goes', async () => {
    await put('uploads/one', 'encore')
    await age(path.join(root, 'files/uploads/one'), 2 * HOUR)
    await storage.copy('uploads/one', 'media/3f/one.mp4')
    for await (const { age: old } of storage.list('media')) expect(old).toBeLessThan(HOUR)
    await storage.copy('uploads/one', 'media/3f/one.mp4')
    await storage.remove('uploads/one')
    expect(String(await buffer((await storage.read('media/3f/one.mp4'))!))).toBe('encore')
    await expect(storage.copy('uploads/one', 'media/3f/two.mp4')).rejects.toThrow('ENOENT')
  })

  it('removes, and does not mind removing nothing', async () => {
    await put('media/3f/one.jpg', 'encore')
    await storage.remove('media/3f/one.jpg')
    await storage.remove('media/3f/one.jpg')
    expect(await keys('media')).toEqual([])
  })

  it('lists what lies below a prefix, and nothing where nothing is', async () => {
    await put('media/3f/one.jpg', 'x')
    await put('media/a0/two.webp', 'x')
    await put('avatars/a0/three.webp', 'x')
    expect(await keys('media')).toEqual(['media/3f/one.jpg', 'media/a0/two.webp'])
    expect(await keys('nothing')).toEqual([])
  })

  it('knows how old a file is', async () => {
    await put('media/3f/one.jpg', 'x')
    await age(path.join(root, 'files/media/3f/one.jpg'), HOUR)
    for await (const file of storage.list('media')) expect(file.age).toBeGreaterThanOrEqual(HOUR)
  })

  it('sweeps temporary files that nobody writes any more', async () => {
    const [stale, fresh] = [await storage.temporary(), await storage.temporary()]
    await writeFile(stale, 'x')
    await writeFile(fresh, 'x')
    await age(stale, 2 * HOUR)
    expect(await storage.sweepTemporary(HOUR)).toBe(1)
    expect(await readFile(fresh, 'utf8')).toBe('x')
    await expect(stat(stale)).rejects.toThrow('ENOENT')
  })

  it.each([
    '../outside',
    'media/../../outside',
    'media/..',
    '/etc/passwd',
    'media',
    'media/a\0b',
    'media/a b',
    'media/one\n',
    '',
  ])('29: takes no path for a key: %j', async (key) => {
    const file = await storage.temporary()
    await writeFile(file, 'x')
    await expect(storage.adopt(key, file)).rejects.toThrow('not a storage key')
    await expect(storage.read(key)).rejects.toThrow('not a storage key')
    await expect(storage.remove(key)).rejects.toThrow('not a storage key')
  })
})
