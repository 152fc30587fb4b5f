import type { ByteReader } from './byte-reader.ts'
import type { ImageMime } from './sniff.ts'

/** What a container holds, in file order: pictures, and everything else. */
export type Part = 'frame' | 'other'
type Parts = AsyncGenerator<Part>

/** The walker for a type, from the start of the file; null where libheif keeps its own limits. */
export function partsOf(mime: ImageMime): ((reader: ByteReader) => Parts) | null {
  if (mime === 'image/gif') return gifBlocks
  if (mime === 'image/webp') return webpChunks
  if (mime === 'image/png') return pngChunks
  if (mime === 'image/jpeg') return jpegSegments
  return null
}

async function* gifBlocks(reader: ByteReader): Parts {
  const screen = await reader.take(13)
  if (!screen) return
  reader.skip(colourTableBytes(screen[10]!))
  for (let kind = await reader.take(1); kind; kind = await reader.take(1)) {
    if (kind[0] === 0x2c) {
      const image = await reader.take(9)
      if (!image) return
      reader.skip(colourTableBytes(image[8]!) + 1)
      yield 'frame'
    } else if (kind[0] === 0x21) {
      reader.skip(1)
      yield 'other'
    } else return
    await skipSubBlocks(reader)
  }
}

function colourTableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

async function skipSubBlocks(reader: ByteReader): Promise<void> {
  for (let size = await reader.take(1); size?.[0]; size = await reader.take(1)) reader.skip(size[0])
}

async function* webpChunks(reader: ByteReader): Parts {
  reader.skip(12)
  for (let head = await reader.take(8); head; head = await reader.take(8)) {
    const size = head.readUInt32LE(4)
    yield head.toString('latin1', 0, 4) === 'ANMF' ? 'frame' : 'other'
    reader.skip(size + (size & 1))
  }
}

/** Up to the pixels; an animated PNG says its number of frames before them. */
async function* pngChunks(reader: ByteReader): Parts {
  reader.skip(8)
  for (let head = await reader.take(8); head; head = await reader.take(8)) {
    const size = head.readUInt32BE(0)
    const type = head.toString('latin1', 4, 8)
    if (type === 'IDAT') return
    yield 'other'
    if (type === 'acTL') {
      const frames = (await reader.take(4))?.readUInt32BE(0) ?? 0
      for (let frame = 0; frame < frames; frame++) yield 'frame'
      reader.skip(-4)
    }
    reader.skip(size + 4)
  }
}

/** Up to the pixels; stray bytes between segments count as parts, as decoders step over them. */
async function* jpegSegments(reader: ByteReader): Parts {
  reader.skip(2)
  for (let byte = await reader.take(1); byte; byte = await reader.take(1)) {
    yield 'other'
    if (byte[0] !== 0xff) continue
    const marker = (await reader.take(1))?.[0]
    if (marker === undefined || marker === 0xda || marker === 0xd9) return
    if (marker === 0xff) reader.skip(-1)
    if (marker < 0xc0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) continue
    const size = (await reader.take(2))?.readUInt16BE(0)
    if (size === undefined) return
    reader.skip(Math.max(size, 2) - 2)
  }
}
