import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hugePng, manyFrameGif, writeManyFrameWebp } from './bombs-for-tests.ts'
import { inspectPhoto, renderPhoto, renderSquares } from './index.ts'
import { collectingSink, cornersPng, photoFile, photoPath } from './photos-for-tests.ts'

const jpeg = await sharp(await cornersPng())
  .jpeg()
  .toBuffer()
const hugePath = await photoFile(await hugePng(30_000, 30_000))

let peakBefore: number

beforeEach(() => {
  peakBefore = process.resourceUsage().maxRSS
})

afterEach(() => {
  const risenMegabytes = (process.resourceUsage().maxRSS - peakBefore) / 1024
  expect(risenMegabytes).toBeLessThan(200)
})

async function expectRefused(path: string, reason: string) {
  const { kept, sink } = collectingSink()
  expect(await inspectPhoto(path)).toMatchObject({ ok: false, reason })
  expect(await renderPhoto(path, sink)).toMatchObject({ ok: false, reason })
  expect(await renderSquares(path, [96])).toMatchObject({ ok: false, reason })
  expect(kept).toEqual([])
}

test('refuses a PNG of 30,000 × 30,000 pixels', () => expectRefused(hugePath, 'too_many_pixels'))

test('refuses rows too wide to hold', async () => {
  await expectRefused(await photoFile(await hugePng(60_000, 10)), 'too_many_pixels')
})

test.each([10_000, 3_000_000])('refuses a GIF of %i frames', async (frames) => {
  await expectRefused(await photoFile(manyFrameGif(frames)), 'too_many_frames')
})

test('refuses a WebP of a million frames', async () => {
  const path = photoPath('many.webp')
  const still = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#f00' } })
    .webp({ lossless: true })
    .toBuffer()
  await writeManyFrameWebp(path, still, 1_000_000)
  await expectRefused(path, 'too_many_frames')
})

test('refuses a JPEG of a million empty segments', async () => {
  const segments = Buffer.alloc(4_000_000, Buffer.from([0xff, 0xe1, 0, 2]))
  const bytes = Buffer.concat([jpeg.subarray(0, 2), segments, jpeg.subarray(2)])
  await expectRefused(await photoFile(bytes), 'corrupt')
})

test('refuses few frames of very many pixels', async () => {
  const gif = manyFrameGif(900)
  gif.writeUInt16LE(2000, 6)
  gif.writeUInt16LE(2000, 8)
  await expectRefused(await photoFile(gif), 'too_many_frames')
})

test('lets an ordinary animation pass', async () => {
  expect(await inspectPhoto(await photoFile(manyFrameGif(200)))).toMatchObject({ ok: true, animated: true })
})
