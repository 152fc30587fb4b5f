import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeZip, type ZipMember } from '../../../test/bombs.ts'
import { BadZip, isZip, listZip, type Packed, unpack } from './unzip.ts'
import { createZip } from './zip.ts'

let folder: string
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unzip-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const BOUNDS = { entries: 100, ratio: 200 }
const fresh = () => join(folder, `${count++}.zip`)

async function zipOf(...members: ZipMember[]): Promise<string> {
  const path = fresh()
  await writeFile(path, writeZip(members))
  return path
}

const list = (path: string, bounds = BOUNDS) => listZip(path, (name) => !name.startsWith('other'), bounds)

async function bytesOf(path: string, file: Packed | undefined): Promise<string> {
  if (file === undefined) throw new Error('no such file')
  return String(
    await Readable.from(unpack(path, file)).reduce((all, one) => Buffer.concat([all, one]), Buffer.alloc(0)),
  )
}

describe('a zip', () => {
  it('of ours is read, compressed or not', async () => {
    const path = fresh()
    const zip = createZip(path)
    await zip.add('account.json', Readable.from(['{"a": 1}'.repeat(1000)]), { compress: true })
    await zip.add('originals/ü.jpg', Readable.from(['bytes']), { compress: false })
    await zip.add('empty', Readable.from([]), { compress: false })
    await zip.add('other', Readable.from(['left alone']), { compress: false })
    await zip.end()
    const files = await list(path)
    expect(files.map(({ name, size }) => [name, size])).toEqual([
      ['account.json', 8000],
      ['originals/ü.jpg', 5],
      ['empty', 0],
    ])
    expect(await Promise.all(files.map((file) => bytesOf(path, file)))).toEqual([
      '{"a": 1}'.repeat(1000),
      'bytes',
      '',
    ])
    expect(await isZip(path)).toBe(true)
    expect(await isZip(import.meta.filename)).toBe(false)
  })

  it('31: is refused as a whole where only an attack looks like it', async () => {
    const plain = { name: 'a', bytes: Buffer.from('plain') }
    const attacks: Record<string, ZipMember[]> = {
      'a bomb': [{ name: 'a', bytes: Buffer.alloc(30_000_000) }],
      'two of one name': [plain, plain],
      'a link': [{ ...plain, attributes: 0o120777 << 16 }],
      'one that is locked': [{ ...plain, flags: 1 }],
      'an unknown packing': [{ ...plain, method: 12 }],
      'files that share their bytes': [plain, { name: 'b', bytes: plain.bytes, sharing: 'a' }],
    }
    for (const [what, members] of Object.entries(attacks)) {
      await expect(list(await zipOf(...members)), what).rejects.toThrow('not made as ours are')
    }
    const crowd = Array.from({ length: 101 }, (_, n) => ({ name: `${n}`, bytes: Buffer.alloc(0) }))
    await expect(list(await zipOf(...crowd))).rejects.toThrow('up to 100 files')
  })

  it.each(['/etc/passwd', '../up', 'a/../../up', 'C:/windows', 'a\\..\\..\\up'])(
    '29: with the name %s is none',
    async (name) => {
      await expect(list(await zipOf({ name, bytes: Buffer.from('x') }))).rejects.toThrow('damaged')
    },
  )

  it('31: that lies about sizes gives no more than it says', async () => {
    const lies: ZipMember[] = [
      { name: 'a', bytes: Buffer.alloc(900_000, 'ab'), says: 10 },
      { name: 'a', bytes: Buffer.from('short'), method: 8, says: 900_000 },
      { name: 'a', bytes: Buffer.from('changed'), crc: 1 },
    ]
    for (const lie of lies) {
      const path = await zipOf(lie)
      const [file] = await list(path)
      await expect(bytesOf(path, file), JSON.stringify(lie.says)).rejects.toThrow('damaged or incomplete')
    }
  })

  it('31: nor does one that lies in 64 bits', async () => {
    const [tera, far] = [2n ** 40n, 2n ** 62n]
    const lies: NonNullable<ZipMember['zip64']>[] = [
      [tera, 5n, 0n],
      [tera, tera, 0n],
      [5n, 5n, far],
      [far, far, far],
      [2n ** 64n - 1n, 5n, 0n],
    ]
    for (const zip64 of lies) {
      const path = await zipOf({ name: 'a', bytes: Buffer.from('plain'), method: 0, zip64 })
      const read = async () => bytesOf(path, (await list(path))[0])
      await expect(read(), String(zip64)).rejects.toBeInstanceOf(BadZip)
    }
  })

  it('that is cut off anywhere, or whose bytes were changed, is damaged', async () => {
    const path = await zipOf({ name: 'account.json', bytes: Buffer.from('{"a": 1}'.repeat(500)) })
    const whole = await readFile(path)
    for (let length = 0; length < whole.length; length += 7) {
      const cut = fresh()
      await writeFile(cut, whole.subarray(0, length))
      await expect(list(cut), `${length} bytes`).rejects.toThrow('damaged or incomplete')
    }
    const file = await open(path, 'r+')
    await file.write(Buffer.from([0xff, 0xff, 0xff]), 0, 3, 50)
    await file.close()
    const [changed] = await list(path)
    await expect(bytesOf(path, changed)).rejects.toThrow('damaged or incomplete')
  })
})
