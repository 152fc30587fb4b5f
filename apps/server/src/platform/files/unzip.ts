import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, openPromise } from 'yauzl'

/** How much a zip may hold, and how many times smaller than itself a file in it may have been made. */
export type ZipBounds = { entries: number; ratio: number }

/** A file in a zip, and where its bytes lie there. */
export type Packed = {
  name: string
  start: number
  packed: number
  size: number
  deflated: boolean
  crc: number
}

/** A zip that is not read; its message says why. */
export class BadZip extends Error {}

const DAMAGED = 'This archive is damaged or incomplete.'
const UNSAFE = 'This archive is not made as ours are, and is not opened.'

const STORED = 0
const DEFLATED = 8
/** So little may be made small by any factor. */
const SMALL = 1_048_576
const HEADER_BYTES = 30
const LINK = 0o120000
const KIND = 0o170000

/**
 * Finds those files in a zip that `wanted` names, by their place in it: names are compared, and never become paths. What
 * only an attack has is refused as a whole: files that share bytes, two of one name, links, names that lead outside.
 */
export async function listZip(
  path: string,
  wanted: (name: string) => boolean,
  { entries: most, ratio }: ZipBounds,
): Promise<Packed[]> {
  try {
    const zip = await openPromise(path, { autoClose: false, lazyEntries: true })
    try {
      if (zip.entryCount > most) throw new BadZip(`An archive may hold up to ${most} files.`)
      const found = new Map<string, Packed>()
      const spans: [from: number, to: number][] = []
      for await (const entry of zip.eachEntry()) {
        const from = entry.relativeOffsetOfLocalHeader
        spans.push([from, from + HEADER_BYTES + entry.fileNameLength + entry.compressedSize])
        if (!wanted(entry.fileName)) continue
        if (found.has(entry.fileName) || !isPlain(entry, ratio)) throw new BadZip(UNSAFE)
        const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
        found.set(entry.fileName, packedOf(entry, fileDataStart))
      }
      if (overlap(spans)) throw new BadZip(UNSAFE)
      return [...found.values()]
    } finally {
      zip.close()
    }
  } catch (error) {
    // whatever else is wrong is wrong with the file, unless the disk says so
    if (error instanceof BadZip || (error as NodeJS.ErrnoException).syscall !== undefined) throw error
    throw new BadZip(DAMAGED, { cause: error })
  }
}

const packedOf = (entry: Entry, start: number): Packed => ({
  name: entry.fileName,
  start,
  packed: entry.compressedSize,
  size: entry.uncompressedSize,
  deflated: entry.compressionMethod === DEFLATED,
  crc: entry.crc32,
})

function isPlain(entry: Entry, ratio: number): boolean {
  const { compressionMethod: method, compressedSize: packed, uncompressedSize: size } = entry
  if (entry.isEncrypted() || (method !== STORED && method !== DEFLATED)) return false
  if (((entry.externalFileAttributes >>> 16) & KIND) === LINK) return false
  return method === STORED ? packed === size : size <= Math.max(SMALL, packed * ratio)
}

/** True when bytes belong to two files: a few kilobytes could stand for petabytes. */
function overlap(spans: [from: number, to: number][]): boolean {
  spans.sort(([one], [other]) => one - other)
  return spans.some(([from], n) => from < (spans[n - 1]?.[1] ?? 0))
}

/** The bytes of a file in a zip, as many as it says and no more. */
export async function* unpack(path: string, file: Packed): AsyncGenerator<Buffer> {
  const { start, packed, size, deflated, crc } = file
  let length = 0
  let sum = 0
  if (packed > 0) {
    const raw = createReadStream(path, { start, end: start + packed - 1 })
    // whoever reads hears of what went wrong
    const bytes = deflated ? pipeline(raw, createInflateRaw(), () => {}) : raw
    try {
      for await (const chunk of bytes as AsyncIterable<Buffer>) {
        length += chunk.length
        if (length > size) break
        sum = crc32(chunk, sum)
        yield chunk
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw new BadZip(DAMAGED, { cause: error })
      throw error
    }
  }
  if (length !== size || sum !== crc) throw new BadZip(DAMAGED)
}

/** True for a file that begins as a zip does. */
export async function isZip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && ['PK\x03\x04', 'PK\x05\x06'].includes(buffer.toString('latin1'))
  } finally {
    await file.close()
  }
}
