/** Samples in a block; all but the last have as many. */
const BLOCK = 4096
const RATE = 22_050
/** As the format numbers them (RFC 9639): 22,050 Hz, 16 bits a sample, blocks of 4,096 or a size that is written out. */
const RATE_CODE = 0b0110
const BITS_CODE = 0b100
const FULL_BLOCK = 0b1100
const SIZE_FOLLOWS = 0b0111

/** A FLAC of one channel at 22,050 Hz in 16 bits, packed as it is (verbatim subframes), with its tags. */
export function flac(samples: Float32Array, tags: Record<string, string>): Buffer {
  const blocks = Math.ceil(samples.length / BLOCK)
  const frames = Array.from({ length: blocks }, (_, at) =>
    frame(samples.subarray(at * BLOCK, (at + 1) * BLOCK), at),
  )
  return Buffer.concat([
    Buffer.from('fLaC'),
    metadata(0, streamInfo(samples.length), false),
    metadata(4, comments(tags), true),
    ...frames,
  ])
}

const metadata = (type: number, body: Buffer, last: boolean): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(((last ? 0x80 : 0) | type) * 2 ** 24 + body.length)
  return Buffer.concat([head, body])
}

function streamInfo(length: number): Buffer {
  const info = Buffer.alloc(34)
  info.writeUInt16BE(BLOCK, 0)
  info.writeUInt16BE(BLOCK, 2)
  // 20 bits of rate, 3 of channels less one, 5 of bits less one, 36 of samples; zeros stand for what is not known
  info.writeBigUInt64BE((BigInt(RATE) << 44n) | (15n << 36n) | BigInt(length), 10)
  return info
}

function comments(tags: Record<string, string>): Buffer {
  const counted = (text: string) => {
    const bytes = Buffer.from(text)
    return Buffer.concat([number(bytes.length), bytes])
  }
  const all = Object.entries(tags).map(([name, value]) => counted(`${name}=${value}`))
  return Buffer.concat([counted('ShareMyShows'), number(all.length), ...all])
}

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function frame(samples: Float32Array, at: number): Buffer {
  const full = samples.length === BLOCK
  const size = full ? [] : [(samples.length - 1) >> 8, (samples.length - 1) & 0xff]
  const code = full ? FULL_BLOCK : SIZE_FOLLOWS
  const head = Buffer.from([0xff, 0xf8, (code << 4) | RATE_CODE, BITS_CODE << 1, ...counted(at), ...size])
  const body = Buffer.alloc(1 + samples.length * 2)
  body[0] = 0b10
  for (const [n, sample] of samples.entries()) {
    body.writeInt16BE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 1 + n * 2)
  }
  const framed = Buffer.concat([head, Buffer.from([remainder(head, 8, 0x07)]), body])
  const check = Buffer.alloc(2)
  check.writeUInt16BE(remainder(framed, 16, 0x8005))
  return Buffer.concat([framed, check])
}

/** A number below 2,048 as UTF-8 writes it. */
const counted = (value: number): number[] =>
  value < 0x80 ? [value] : [0xc0 | (value >> 6), 0x80 | (value & 0x3f)]

/** The CRC of some bytes, 8 or 16 bits wide. */
function remainder(bytes: Buffer, bits: 8 | 16, polynomial: number): number {
  const top = 2 ** (bits - 1)
  let rest = 0
  for (const byte of bytes) {
    rest ^= byte << (bits - 8)
    for (let bit = 0; bit < 8; bit++) rest = ((rest << 1) ^ (rest & top ? polynomial : 0)) & (2 * top - 1)
  }
  return rest
}
