import { crc32, deflateRawSync } from 'node:zlib'

/** A file of a zip as an attacker makes it: what is left out is as it should be. */
export type ZipMember = {
  name: string
  bytes: Buffer
  /** How it says that it is packed; 8, deflated, is what it is unless it says 0. */
  method?: number
  /** How many bytes it says that it has. */
  says?: number
  crc?: number
  flags?: number
  attributes?: number
  /** The member whose bytes are to be this one's, too. */
  sharing?: string
  /** What it says in 64 bits: its size, how much of it is packed, and where it lies. */
  zip64?: [size: bigint, packed: bigint, at: bigint]
}

const IN_64 = 0xffffffff
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

/** A zip of any members, byte by byte. */
export function writeZip(members: readonly ZipMember[]): Buffer {
  const offsets = new Map<string, number>()
  const files: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const member of members) {
    const { name, bytes, method = 8, flags = 0, attributes = 0, sharing } = member
    const packed = method === 0 ? bytes : deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags | 0x800, 2)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt32LE(member.crc ?? crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(member.says ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const offset = (sharing === undefined ? undefined : offsets.get(sharing)) ?? at
    if (sharing === undefined) {
      const file = Buffer.concat([number(LOCAL), fields, Buffer.from(name), packed])
      files.push(file)
      offsets.set(name, at)
      at += file.length
    }
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(attributes >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    const entry = [number(CENTRAL), Buffer.from([20, 3]), fields, rest, Buffer.from(name)]
    if (member.zip64 !== undefined) {
      for (const [buffer, place] of [
        [fields, 14],
        [fields, 18],
        [rest, 10],
      ] as const) {
        buffer.writeUInt32LE(IN_64, place)
      }
      const extra = Buffer.alloc(28)
      extra.writeUInt16LE(1, 0)
      extra.writeUInt16LE(24, 2)
      for (const [n, value] of member.zip64.entries()) extra.writeBigUInt64LE(value, 4 + n * 8)
      fields.writeUInt16LE(extra.length, 24)
      entry.push(extra)
    }
    entries.push(Buffer.concat(entry))
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(members.length, 4)
  end.writeUInt16LE(members.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...files, directory, number(END), end])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
