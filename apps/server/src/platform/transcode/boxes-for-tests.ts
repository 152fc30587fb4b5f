/** A box of an MP4 (ISO 14496-12) as a tree: either boxes or bytes inside. An independent reading of what tools make. */
export type Box = { type: string; inside: Box[]; bytes: Buffer }

const PARENTS = /^(moov|trak|mdia|minf|dinf|stbl|edts|mvex|moof|traf|udta)$/

export function readBoxes(bytes: Buffer): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= bytes.length; ) {
    const short = bytes.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short || bytes.length - at
    if (size < head || at + size > bytes.length) throw new Error(`a box of ${size} bytes at ${at}`)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const content = bytes.subarray(at + head, at + size)
    boxes.push({ type, inside: PARENTS.test(type) ? readBoxes(content) : [], bytes: content })
    at += size
  }
  return boxes
}

export function writeBoxes(boxes: readonly Box[]): Buffer {
  return Buffer.concat(
    boxes.flatMap(({ type, inside, bytes }) => {
      const content = PARENTS.test(type) ? writeBoxes(inside) : bytes
      const head = Buffer.from(`\0\0\0\0${type}`, 'latin1')
      head.writeUInt32BE(content.length + 8)
      return [head, content]
    }),
  )
}

/** All boxes at a path such as `moov/trak/mdia`. */
export function boxesAt(boxes: readonly Box[], path: string): Box[] {
  const [first, ...rest] = path.split('/')
  const found = boxes.filter(({ type }) => type === first)
  return rest.length === 0 ? found : found.flatMap((box) => boxesAt(box.inside, rest.join('/')))
}

/** Seconds by the movie's header. */
export function movieSeconds(boxes: readonly Box[]): number {
  const { bytes } = boxesAt(boxes, 'moov/mvhd')[0]!
  const long = bytes[0] === 1
  return long
    ? Number(bytes.readBigUInt64BE(24)) / bytes.readUInt32BE(20)
    : bytes.readUInt32BE(16) / bytes.readUInt32BE(12)
}

/** Width and height of the first H.264 track, and its profile, compatibility and level in hexadecimal. */
export function pictureOf(boxes: readonly Box[]): { width: number; height: number; profile: string } {
  const tables = boxesAt(boxes, 'moov/trak/mdia/minf/stbl/stsd').map((box) => box.bytes)
  const table = tables.find((bytes) => bytes.includes('avc1'))!
  const entry = table.indexOf('avc1')
  const avc = table.indexOf('avcC')
  return {
    width: table.readUInt16BE(entry + 28),
    height: table.readUInt16BE(entry + 30),
    profile: table.toString('hex', avc + 5, avc + 8),
  }
}

/** The first AAC track by what its decoder is told (ISO 14496-3): five bits of kind, four of rate, four of channels. */
export function soundOf(boxes: readonly Box[]): { channels: number; sampleRate: number } {
  const tables = boxesAt(boxes, 'moov/trak/mdia/minf/stbl/stsd').map((box) => box.bytes)
  const table = tables.find((bytes) => bytes.includes('esds'))!
  // descriptors within descriptors (ISO 14496-1): of the stream, of its decoder, and what that one is told
  let at = table.indexOf('esds') + 8
  for (const fixed of [3, 13, 0]) {
    at++
    while (table[at]! & 128) at++
    at += 1 + fixed
  }
  const bits = table.readUInt16BE(at)
  return { channels: (bits >> 3) & 15, sampleRate: RATES[(bits >> 7) & 15]! }
}

const RATES = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000]

/** Which handlers the tracks have, in order: `vide`, `soun`. */
export const handlersOf = (boxes: readonly Box[]): string[] =>
  boxesAt(boxes, 'moov/trak/mdia/hdlr').map(({ bytes }) => bytes.toString('latin1', 8, 12))
