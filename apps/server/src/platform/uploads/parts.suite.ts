import { randomBytes, randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Storage } from '../storage/storage.ts'
import { keyOf, type PartStore, type PartsOf } from './parts.ts'

type Opened = { parts: PartStore; storage: Storage; close: () => Promise<void> }

const MB = 1_048_576

async function* chunksOf(bytes: Buffer, size = 65_536): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function* cutAfter(bytes: Buffer, size?: number): AsyncIterable<Buffer> {
  yield* chunksOf(bytes, size)
  throw new Error('the line is dead')
}

/** What every store of parts does. */
export function partsSuite(open: () => Promise<Opened>): void {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  const begin = async (length: number): Promise<PartsOf> => {
    const id = randomUUID()
    return { id, length, ref: await opened.parts.begin(id) }
  }
  const whole = async (upload: PartsOf) => {
    await opened.parts.seal(upload)
    const stream = await opened.storage.read(keyOf(upload.id))
    return stream && (await buffer(stream))
  }

  it('35: keeps what came before a cut, wherever it falls, and goes on from there', async () => {
    const { parts } = opened
    const bytes = randomBytes(100_003)
    for (const cuts of [[1], [4095, 4096, 4097], [65_535, 65_536], [100_002], [1, 2, 50_000, 99_999]]) {
      const upload = await begin(bytes.length)
      for (const [n, cut] of cuts.entries()) {
        const from = cuts[n - 1] ?? 0
        const { size, fault } = await parts.append(upload, from, cutAfter(bytes.subarray(from, cut), 1000))
        expect([size, String(fault)]).toEqual([cut, 'Error: the line is dead'])
        expect(await parts.size(upload)).toBe(cut)
      }
      const last = cuts.at(-1) ?? 0
      const { size, fault } = await parts.append(upload, last, chunksOf(bytes.subarray(last)))
      expect([size, fault]).toEqual([bytes.length, undefined])
      expect((await whole(upload))?.equals(bytes)).toBe(true)
      expect(await whole(upload)).not.toBeNull()
    }
  })

  it('35: takes more than one part of the store, cut before, in and after one', async () => {
    const { parts } = opened
    const bytes = randomBytes(20 * MB + 7)
    const upload = await begin(bytes.length)
    let at = 0
    for (const cut of [3 * MB, 8 * MB, 17 * MB + 1]) {
      at = (await parts.append(upload, at, cutAfter(bytes.subarray(at, cut)))).size
      expect([at, await parts.size(upload)]).toEqual([cut, cut])
    }
    expect((await parts.append(upload, at, chunksOf(bytes.subarray(at)))).size).toBe(bytes.length)
    expect((await whole(upload))?.equals(bytes)).toBe(true)
  })

  it('removes everything of an upload, begun or not, whole or not, twice', async () => {
    const { parts, storage } = opened
    const bytes = randomBytes(2000)
    const [untouched, cut, sealed] = await Promise.all([begin(2000), begin(2000), begin(2000)])
    await parts.append(cut, 0, cutAfter(bytes.subarray(0, 900)))
    await parts.append(sealed, 0, chunksOf(bytes))
    await parts.seal(sealed)
    for (const upload of [untouched, cut, sealed, cut, { ...untouched, ref: null }]) {
      await parts.remove(upload)
      expect(await parts.size({ ...upload, ref: null })).toBe(0)
    }
    const left: string[] = []
    for await (const { key } of storage.list('uploads')) left.push(key)
    const ids = [untouched.id, cut.id, sealed.id]
    expect(left.filter((key) => ids.some((id) => key.includes(id)))).toEqual([])
  })

  it('has nothing of what was never begun', async () => {
    expect(await opened.parts.size({ id: randomUUID(), length: 5, ref: null })).toBe(0)
  })
}
