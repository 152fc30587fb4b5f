import sharp from 'sharp'
import { expect, test } from 'vitest'
import { renderPhoto } from './index.ts'
import { collectingSink, cornersOf, HEIC_FIXTURE, middlePixel, photoFile } from './photos-for-tests.ts'

const COLOUR = [200, 100, 80]
const plain = { width: 400, height: 300, channels: 3 as const, background: '#c86450' }
const source = () => sharp({ create: plain })

async function expectColour(bytes: Buffer, tolerance: number) {
  const collected = collectingSink()
  expect(await renderPhoto(await photoFile(bytes), collected.sink)).toMatchObject({ ok: true })
  for (const { bytes: rendition } of collected.kept) {
    const rgb = await middlePixel(rendition)
    const furthest = Math.max(...COLOUR.map((channel, index) => Math.abs(channel - rgb[index]!)))
    expect(furthest, `rendered as ${rgb}`).toBeLessThanOrEqual(tolerance)
  }
}

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('converts Display P3 to sRGB in %s', async (format) => {
  const bytes = await source().withIccProfile('p3').toFormat(format).toBuffer()
  // Without its profile it would be another colour: the test is worth something.
  const untold = await middlePixel(await sharp(bytes, { ignoreIcc: true }).png().toBuffer())
  expect(Math.abs(untold[0]! - COLOUR[0]!)).toBeGreaterThan(8)
  await expectColour(bytes, 4)
})

test('converts Display P3 with 16 bits a channel', async () => {
  const deep = source().toColourspace('rgb16').withIccProfile('p3')
  await expectColour(await deep.png({ palette: false }).toBuffer(), 4)
})

test('leaves sRGB with a profile as it is', async () => {
  await expectColour(await source().withMetadata().jpeg().toBuffer(), 4)
})

test('converts CMYK to sRGB', async () => {
  const cmyk = await source().toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 95 }).toBuffer()
  expect(await sharp(cmyk).metadata()).toMatchObject({ space: 'cmyk', channels: 4 })
  // Printing ink lies about by itself; unconverted or inverted it would be off by a hundred.
  await expectColour(cmyk, 24)
})

test('renders greys', async () => {
  const grey = await source().toColourspace('b-w').jpeg().toBuffer()
  expect((await sharp(grey).metadata()).channels).toBe(1)
  const { sink, bytes } = collectingSink()
  await renderPhoto(await photoFile(grey), sink)
  const [red, green, blue] = await middlePixel(bytes('display'))
  expect(Math.abs(red! - green!) + Math.abs(green! - blue!)).toBeLessThanOrEqual(4)
})

test('survives a broken profile', async () => {
  const bytes = await source().withIccProfile('p3').jpeg().toBuffer()
  const profile = bytes.indexOf('ICC_PROFILE')
  bytes.fill(0xff, profile + 160, profile + 400)
  const { sink, kept } = collectingSink()
  expect(await renderPhoto(await photoFile(bytes), sink)).toMatchObject({ ok: true })
  expect(kept).toHaveLength(3)
})

test('converts the Display P3 of a HEIC', async () => {
  const { sink, bytes } = collectingSink()
  await renderPhoto(HEIC_FIXTURE, sink)
  const { data, info } = await sharp(bytes('display')).raw().toBuffer({ resolveWithObject: true })
  const topRight = (10 * info.width + info.width - 11) * info.channels
  const furthest = Math.max(
    ...[200, 30, 30].map((channel, index) => Math.abs(channel - data[topRight + index]!)),
  )
  expect(furthest).toBeLessThanOrEqual(6)
  expect(await cornersOf(bytes('thumbnail'))).toBe('cadb')
})
