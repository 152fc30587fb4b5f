import { readFile } from 'node:fs/promises'
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { inspectPhoto, renderPhoto, renderSquares } from './index.ts'
import { collectingSink, cornersPng, HEIC_FIXTURE, photoFile } from './photos-for-tests.ts'

const CANARY = 'CANARY-4711'
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${CANARY}"/></rdf:RDF></x:xmpmeta>`

const tagged = sharp(await cornersPng(800, 400))
  .withExif({
    IFD0: { Artist: CANARY, Make: CANARY, Copyright: CANARY },
    IFD2: { BodySerialNumber: CANARY, DateTimeOriginal: '2026:07:01 21:30:05' },
    IFD3: {
      GPSLatitude: '52/1 5/1 0/1',
      GPSLatitudeRef: 'N',
      GPSLongitude: '5/1 7/1 0/1',
      GPSLongitudeRef: 'E',
    },
  })
  .withXmp(XMP)
  .withIccProfile('p3')

/** sharp writes no IPTC and no comments, so they are put in by hand. */
async function jpegWithEverything(): Promise<Buffer> {
  const jpeg = await tagged.clone().jpeg().toBuffer()
  const caption = Buffer.concat([Buffer.from([0x1c, 2, 0x78, 0, CANARY.length]), Buffer.from(CANARY)])
  const resource = Buffer.from([...Buffer.from('8BIM'), 4, 4, 0, 0, 0, 0, 0, caption.length])
  const iptc = segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), resource, caption]))
  return Buffer.concat([jpeg.subarray(0, 2), iptc, segment(0xfe, Buffer.from(CANARY)), jpeg.subarray(2)])
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

function chunkNames(webp: Buffer): string[] {
  const names = []
  for (let at = 12; at < webp.length; at += 8 + webp.readUInt32LE(at + 4) + (webp.readUInt32LE(at + 4) & 1)) {
    names.push(webp.toString('latin1', at, at + 4))
  }
  return names
}

function expectBare(webp: Buffer) {
  expect(webp.includes(CANARY)).toBe(false)
  expect(webp.toString('latin1')).not.toMatch(/Exif\0|xmpmeta|Photoshop|iPhone|Apple|ICC_PROFILE/i)
  for (const name of chunkNames(webp)) expect(['VP8 ', 'VP8L', 'VP8X', 'ALPH']).toContain(name)
  const { exif, gps, xmp, iptc, icc } = ExifReader.load(webp, { expanded: true })
  expect({ exif, gps, xmp, iptc, icc }).toEqual({})
}

test('a photo full of metadata is one', async () => {
  const bytes = await jpegWithEverything()
  const tags = ExifReader.load(bytes, { expanded: true })
  expect(tags.gps?.Latitude).toBeCloseTo(52.08, 1)
  expect(tags.iptc).toHaveProperty(['Caption/Abstract', 'description'], CANARY)
  expect(JSON.stringify(tags.xmp)).toContain(CANARY)
  expect(tags.icc).toBeDefined()
  expect((await inspectPhoto(await photoFile(bytes))) satisfies object).toMatchObject({
    camera: { make: CANARY },
  })
})

test.each([
  ['JPEG', await jpegWithEverything()],
  ['PNG', await tagged.clone().png().toBuffer()],
  ['WebP', await tagged.clone().webp().toBuffer()],
  ['AVIF', await tagged.clone().avif().toBuffer()],
  ['HEIC', await readFile(HEIC_FIXTURE)],
])('nothing of it is left in what is made from %s', async (_, bytes) => {
  const { sink, kept } = collectingSink()
  await renderPhoto(await photoFile(bytes), sink)
  expect(kept).toHaveLength(3)
  for (const rendition of kept) expectBare(rendition.bytes)
  const drawn = await renderSquares(await photoFile(bytes), [512, 96])
  if (!drawn.ok) throw new Error(drawn.message)
  for (const [n, side] of [512, 96].entries()) {
    expect(await sharp(drawn.squares[n]).metadata()).toMatchObject({
      format: 'webp',
      width: side,
      height: side,
    })
    expectBare(drawn.squares[n] as Buffer)
  }
})
