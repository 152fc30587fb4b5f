import type { Random } from '../seed/random.ts'
import { hostileAddress, hostileName } from './hostile.ts'

const BOUNDARY = 'cut-here-7f3a'

export type Form = { type: string; body: Buffer; spoilt: string[] }

/** What may come where a photo is expected. */
function fileOf(random: Random, photo: Buffer, spoilt: string[]): Buffer {
  if (random.chance(0.6)) return photo
  const html = '<!doctype html><script>alert(1)</script>'
  spoilt.push('file')
  return random.pick([
    Buffer.alloc(0),
    Buffer.from(html),
    Buffer.from(`\xff\xd8\xff\xe0${html}`, 'latin1'),
    Buffer.from(`GIF89a=1//${html}`),
    photo.subarray(0, 40),
    photo.subarray(0, photo.length >> 1),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    Buffer.alloc(300_000, 0xff),
  ])
}

const part = (headers: string, body: Buffer) =>
  Buffer.concat([Buffer.from(`--${BOUNDARY}\r\n${headers}\r\n\r\n`), body, Buffer.from('\r\n')])

/** A multipart form with its fields; some names, files, headers and boundaries are not what they should be. */
export function formOf(fields: Record<string, string>, random: Random, photo: Buffer): Form {
  const spoilt: string[] = []
  const name = random.chance(0.3) ? hostileName(random) : 'photo.jpg'
  const file = fileOf(random, photo, spoilt)
  const parts = Object.entries(fields).map(([field, value]) =>
    part(`content-disposition: form-data; name="${field}"`, Buffer.from(value)),
  )
  const disposition = `content-disposition: form-data; name="file"; filename="${name}"`
  parts.splice(random.whole(0, parts.length), 0, part(disposition, file))
  const end = [`--${BOUNDARY}--\r\n`]
  if (random.chance(0.3)) {
    const [what, spoil] = random.pick<[string, () => void]>([
      ['a second file', () => void parts.push(part(disposition, photo))],
      ['no file', () => void parts.splice(0)],
      ['no end', () => end.splice(0)],
      ['a part without headers', () => void parts.push(part('', Buffer.from('x')))],
      ['a hostile field', () => void parts.push(part(dispositionOf(random), Buffer.from('x')))],
      ['a hostile header', () => void parts.push(part(`x-a: ${'y'.repeat(20_000)}`, Buffer.from('x')))],
      ['many fields', () => void parts.push(...Array.from({ length: 50 }, (_, n) => field(`f${n}`, 'x')))],
      ['a huge field', () => void parts.push(field('caption', 'x'.repeat(200_000)))],
      ['a NUL', () => void parts.push(field('caption', 'a\0b'))],
    ])
    spoilt.push(what)
    spoil()
  }
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.concat([...parts, Buffer.from(end.join(''))]),
    spoilt,
  }
}

const field = (name: string, value: string) =>
  part(`content-disposition: form-data; name="${name}"`, Buffer.from(value))
const dispositionOf = (random: Random) =>
  `content-disposition: form-data; name="${random.pick(['__proto__', 'owner_id', 'role', hostileAddress(random)])}"`
