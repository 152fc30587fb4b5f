import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Storage } from './storage.ts'

/** A storage with nothing in it, and the settings by which another process opens it. */
export type Opened = { storage: Storage; env: Record<string, string>; close(): Promise<void> }

const WRITER = path.join(import.meta.dirname, '../../../test/killed-writer.ts')

const HOUR = 3_600_000
const MB = 1_048_576

/** What every back end must do; `open` gives one that is new. */
export function storageSuite(open: () => Promise<Opened>): void {
  let opened: Opened
  let storage: Storage
  beforeAll(async () => {
    opened = await open()
    storage = opened.storage
  })
  afterAll(() => opened.close())

  async function put(key: string, bytes: string | Uint8Array): Promise<void> {
    const file = await storage.temporary()
    await writeFile(file, bytes)
    await storage.adopt(key, file)
  }

  async function get(key: string, range?: { start: number; end: number }): Promise<string | null> {
    const stream = await storage.read(key, range)
    return stream === null ? null : String(await buffer(stream))
  }

  async function keys(prefix: string): Promise<string[]> {
    const found: string[] = []
    for await (const { key } of storage.list(prefix)) found.push(key)
    return found.sort()
  }

  async function age(file: string, milliseconds: number): Promise<void> {
    const then = new Date(Date.now() - milliseconds)
    await utimes(file, then, then)
  }

  it('moves a temporary file under its key', async () => {
    const file = await storage.temporary()
    await writeFile(file, 'encore')
    await storage.adopt('adopted/3f/one.jpg', file)
    expect(await get('adopted/3f/one.jpg')).toBe('encore')
    await expect(stat(file)).rejects.toThrow('ENOENT')
  })

  it('writes a small file whole and leaves nothing else', async () => {
    await storage.write('written/3f/one.webp', Buffer.from('encore'))
    expect(await get('written/3f/one.webp')).toBe('encore')
    expect(await keys('written')).toEqual(['written/3f/one.webp'])
    expect(await storage.sweepTemporary(0)).toBe(0)
  })

  it('reads all, a range, or says that nothing is there', async () => {
    await put('read/3f/one.jpg', 'encore')
    expect(await get('read/3f/one.jpg')).toBe('encore')
    expect(await get('read/3f/one.jpg', { start: 2, end: 3 })).toBe('co')
    expect(await get('read/3f/one.jpg', { start: 0, end: 0 })).toBe('e')
    expect(await get('read/3f/one.jpg', { start: 4, end: 99 })).toBe('re')
    expect(await get('read/3f/one.jpg', { start: 6, end: 9 })).toBe('')
    expect(await get('read/3f/two.jpg')).toBeNull()
    expect(await get('read/3f/two.jpg', { start: 0, end: 1 })).toBeNull()
  })

  it('knows the size of what is there', async () => {
    await put('size/3f/one.jpg', 'encore')
    expect(await storage.size('size/3f/one.jpg')).toBe(6)
    expect(await storage.size('size/3f/two.jpg')).toBeNull()
  })

  it('keeps an empty file', async () => {
    await put('empty/3f/one', '')
    await storage.write('empty/3f/two', Buffer.alloc(0))
    await storage.copy('empty/3f/one', 'empty/3f/three')
    for (const key of ['empty/3f/one', 'empty/3f/two', 'empty/3f/three']) {
      expect([await storage.size(key), await get(key)]).toEqual([0, ''])
    }
    expect(await storage.withFile('empty/3f/one', (file) => readFile(file, 'utf8'))).toBe('')
  })

  it('keeps 20 MB, and gives any part of them', async () => {
    const bytes = randomBytes(20 * MB)
    const hash = (of: Uint8Array) => createHash('sha256').update(of).digest('hex')
    await put('large/3f/one.mp4', bytes)
    expect(await storage.size('large/3f/one.mp4')).toBe(bytes.length)
    expect(hash(await buffer((await storage.read('large/3f/one.mp4'))!))).toBe(hash(bytes))
    // across the border of two parts, as far as the back end has parts
    const range = { start: 8 * MB - 5, end: 8 * MB + 4 }
    const part = await buffer((await storage.read('large/3f/one.mp4', range))!)
    expect(bytes.subarray(range.start, range.end + 1).equals(part)).toBe(true)
    const lent = storage.withFile('large/3f/one.mp4', async (file) => hash(await readFile(file)))
    expect(await lent).toBe(hash(bytes))
    await storage.copy('large/3f/one.mp4', 'large/3f/two.mp4')
    expect(hash(await buffer((await storage.read('large/3f/two.mp4'))!))).toBe(hash(bytes))
  })

  it('53: shows nothing half, when its process is killed in the middle of writing', async () => {
    const writer = spawn(process.execPath, [WRITER, 'killed/3f/one.mp4'], {
      env: { ...process.env, ...opened.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(writer.stdout, 'data')
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    expect([null, 20 * MB]).toContain(await storage.size('killed/3f/one.mp4'))
    await storage.remove('killed/3f/one.mp4')
    await storage.sweepTemporary(0)
    expect(await storage.sweepTemporary(0)).toBe(0)
  })

  it('lets go of what nobody reads to its end', async () => {
    await put('left/3f/one.mp4', randomBytes(MB))
    for (let i = 0; i < 60; i++) (await storage.read('left/3f/one.mp4'))?.destroy()
    expect(await storage.size('left/3f/one.mp4')).toBe(MB)
  })

  it('replaces what is under a key at once', async () => {
    await put('replaced/3f/one.jpg', 'first')
    const reading = await storage.read('replaced/3f/one.jpg')
    await put('replaced/3f/one.jpg', 'second')
    expect(String(await buffer(reading!))).toBe('first')
    expect(await get('replaced/3f/one.jpg')).toBe('second')
  })

  it('lends a path to a tool', async () => {
    await put('lent/3f/one.jpg', 'encore')
    expect(await storage.withFile('lent/3f/one.jpg', (file) => readFile(file, 'utf8'))).toBe('encore')
    const given = storage.withFile('lent/3f/one.jpg', async () => {
      throw new Error('the tool gave up')
    })
    await expect(given).rejects.toThrow('the tool gave up')
    expect(await storage.sweepTemporary(0)).toBe(0)
    await expect(storage.withFile('lent/3f/two.jpg', (file) => readFile(file))).rejects.toThrow('ENOENT')
  })

  it('copies under a second key, which stays when the first goes', async () => {
    await put('uploads/copied', 'encore')
    await storage.copy('uploads/copied', 'copied/3f/one.mp4')
    await storage.copy('uploads/copied', 'copied/3f/one.mp4')
    await storage.remove('uploads/copied')
    expect(await get('copied/3f/one.mp4')).toBe('encore')
    expect(await keys('copied')).toEqual(['copied/3f/one.mp4'])
    await expect(storage.copy('uploads/copied', 'copied/3f/two.mp4')).rejects.toThrow('ENOENT')
  })

  it('removes, and does not mind removing nothing', async () => {
    await put('removed/3f/one.jpg', 'encore')
    await storage.remove('removed/3f/one.jpg')
    await storage.remove('removed/3f/one.jpg')
    expect(await keys('removed')).toEqual([])
  })

  it('lists what lies below a prefix with its age, and nothing where nothing is', async () => {
    for (const key of ['listed/3f/one.jpg', 'listed/a0/two.webp', 'listed-not/a0/three']) await put(key, 'x')
    expect(await keys('listed')).toEqual(['listed/3f/one.jpg', 'listed/a0/two.webp'])
    expect(await keys('nothing')).toEqual([])
    for await (const file of storage.list('listed')) expect(file.age).toBeLessThan(HOUR)
  })

  it('sweeps temporary files that nobody writes any more', async () => {
    const [stale, fresh] = [await storage.temporary(), await storage.temporary()]
    await writeFile(stale, 'x')
    await writeFile(fresh, 'x')
    await age(stale, 2 * HOUR)
    expect(await storage.sweepTemporary(HOUR)).toBe(1)
    expect(await readFile(fresh, 'utf8')).toBe('x')
    await expect(stat(stale)).rejects.toThrow('ENOENT')
    expect(await storage.sweepTemporary(0)).toBe(1)
  })

  it('can be reached', async () => {
    expect(await storage.answers()).toBe(true)
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
    'media//one',
    'media/.hidden',
    'media/%2e%2e/one',
    '',
  ])('29: takes no path for a key: %j', async (key) => {
    const file = await storage.temporary()
    await writeFile(file, 'x')
    const not = 'not a storage key'
    await expect(storage.adopt(key, file)).rejects.toThrow(not)
    await expect(storage.write(key, Buffer.from('x'))).rejects.toThrow(not)
    await expect(storage.read(key)).rejects.toThrow(not)
    await expect(storage.size(key)).rejects.toThrow(not)
    await expect(storage.copy(key, 'media/one')).rejects.toThrow(not)
    await expect(storage.copy('media/one', key)).rejects.toThrow(not)
    await expect(storage.remove(key)).rejects.toThrow(not)
    await expect(storage.sweepTemporary(0)).resolves.toBe(1)
  })
}
