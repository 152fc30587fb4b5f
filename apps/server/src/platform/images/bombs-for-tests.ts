import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { crc32, createDeflate } from 'node:zlib'

/** A valid black-and-white PNG of any size; 30,000 × 30,000 takes 110 KB. */
export async function hugePng(width: number, height: number): Promise<Buffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const row = Buffer.alloc(1 + Math.ceil(width / 8))
  const rows = Readable.from(Array.from({ length: height }, () => row))
  const pixels = await buffer(rows.pipe(createDeflate()))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const bytes = Buffer.alloc(body.length + 8)
  bytes.writeUInt32BE(data.length)
  body.copy(bytes, 4)
  bytes.writeUInt32BE(crc32(body), body.length + 4)
  return bytes
}

const GIF_HEAD = Buffer.concat([
  Buffer.from('GIF89a'),
  Buffer.from([100, 0, 100, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
])
const GIF_FRAME = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0])

/** A 100 × 100 GIF of as many one-pixel frames as wanted, 15 bytes each. */
export function manyFrameGif(frames: number): Buffer {
  return Buffer.concat([GIF_HEAD, Buffer.alloc(GIF_FRAME.length * frames, GIF_FRAME), Buffer.from(';')])
}

/** Writes a 100 × 100 animated WebP of as many copies of one still WebP as wanted. */
export async function writeManyFrameWebp(path: string, still: Buffer, frames: number): Promise<void> {
  const frame = riff(
    'ANMF',
    Buffer.concat([Buffer.alloc(12), Buffer.from([10, 0, 0, 0]), still.subarray(12)]),
  )
  const canvas = riff('VP8X', Buffer.from([2, 0, 0, 0, 99, 0, 0, 99, 0, 0]))
  const head = Buffer.concat([Buffer.from('WEBP'), canvas, riff('ANIM', Buffer.alloc(6))])
  const start = Buffer.from('RIFF\0\0\0\0')
  start.writeUInt32LE(head.length + frame.length * frames, 4)
  const file = createWriteStream(path)
  file.write(start)
  file.write(head)
  file.end(Buffer.alloc(frame.length * frames, frame))
  await finished(file)
}

function riff(type: string, data: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`)
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length & 1)])
}
