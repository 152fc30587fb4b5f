import { crc32, deflateSync } from 'node:zlib'
import { fromPixels, type Pixels, toPixels } from './pixels.ts'
import { openPhoto } from './vips.ts'

/** Where the first chunk after a PNG's header goes. */
const AFTER_HEADER = 33

/** What an ICC profile asks for: nothing, a conversion between RGB spaces, or one from CMYK or grey. */
export type ProfileKind = 'srgb' | 'rgb' | 'other'

/** Tells by the profile's own description; a false one only gives its owner false colours. */
export function profileKind(icc: Buffer | null): ProfileKind {
  if (!icc) return 'srgb'
  if (icc.toString('latin1', 16, 20) !== 'RGB ') return 'other'
  return /^sRGB(?!.*(linear|g10))/i.test(description(icc)) ? 'srgb' : 'rgb'
}

/** The text of the description tag, ASCII in version 2 and UTF-16 in version 4; empty when there is none. */
function description(icc: Buffer): string {
  const tags = Math.min(uint32(icc, 128), 100)
  for (let at = 132; at < 132 + tags * 12; at += 12) {
    if (icc.toString('latin1', at, at + 4) !== 'desc') continue
    const start = uint32(icc, at + 4)
    const isUtf16 = icc.toString('latin1', start, start + 4) === 'mluc'
    const text = start + (isUtf16 ? uint32(icc, start + 24) : 12)
    return icc.toString('latin1', text, text + 60).replaceAll('\0', '')
  }
  return ''
}

function uint32(icc: Buffer, at: number): number {
  return at + 4 <= icc.length ? icc.readUInt32BE(at) : 0
}

/**
 * Converts RGB pixels from the colour space of an ICC profile to sRGB. sharp cannot be told the profile of raw
 * pixels, so they pass through an uncompressed PNG that carries it: that is four times quicker than the
 * conversion inside a decoding pipeline. An invalid profile changes nothing.
 */
export async function toSrgb(pixels: Pixels, icc: Buffer): Promise<Pixels> {
  const png = await (await fromPixels(pixels)).png({ compressionLevel: 0 }).toBuffer()
  const tagged = Buffer.concat([png.subarray(0, AFTER_HEADER), profileChunk(icc), png.subarray(AFTER_HEADER)])
  return toPixels((await openPhoto(tagged)).toColourspace('srgb'))
}

function profileChunk(icc: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from('iCCPicc\0\0', 'latin1'), deflateSync(icc)])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}
