import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { thumbHashToRGBA } from 'thumbhash'
import { describe, expect, test } from 'vitest'
import { renderPhoto } from './index.ts'
import {
  animation,
  collectingSink,
  cornersOf,
  cornersPng,
  HEIC_FIXTURE,
  middlePixel,
  photoFile,
} from './photos-for-tests.ts'

const png = await cornersPng(128, 64)

async function render(bytes: Buffer) {
  const collected = collectingSink()
  const photo = await renderPhoto(await photoFile(bytes), collected.sink)
  return { ...collected, photo }
}

describe('the renditions', () => {
  test('are WebP that fit 320, 800 and 1600 pixels, the thumbnail first', async () => {
    const { kept, photo } = await render(await sharp(png).resize(2400, 1200).jpeg().toBuffer())
    const [first, ...others] = kept.map(({ name, width, height }) => [name, width, height])
    expect(first).toEqual(['thumbnail', 320, 160])
    expect(others.sort()).toEqual([
      ['display', 1600, 800],
      ['preview', 800, 400],
    ])
    for (const { bytes, width, height } of kept) {
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height })
    }
    expect(photo).toMatchObject({
      ok: true,
      thumbnail: { width: 320, height: 160 },
      preview: { width: 800, height: 400 },
      display: { width: 1600, height: 800 },
    })
  })

  test('are never larger than the photo', async () => {
    const { photo } = await render(png)
    expect(photo).toMatchObject({
      thumbnail: { width: 128, height: 64 },
      display: { width: 128, height: 64 },
    })
  })

  test('keep at least one pixel of a very thin photo', async () => {
    const line = { width: 4000, height: 1, channels: 3 as const, background: '#f00' }
    const { photo } = await render(await sharp({ create: line }).png().toBuffer())
    expect(photo).toMatchObject({ thumbnail: { width: 320, height: 1 }, display: { width: 1600, height: 1 } })
  })

  test('keep transparency', async () => {
    const glass = {
      width: 400,
      height: 400,
      channels: 4 as const,
      background: { r: 200, g: 30, b: 30, alpha: 0.5 },
    }
    const { bytes } = await render(await sharp({ create: glass }).png().toBuffer())
    const [red, , , alpha] = await middlePixel(bytes('thumbnail'))
    expect(red).toBeCloseTo(200, -1)
    expect(alpha).toBeCloseTo(128, -1)
  })
})

const UPRIGHT: Record<number, string> = {
  1: 'abcd',
  2: 'badc',
  3: 'dcba',
  4: 'cdab',
  5: 'acbd',
  6: 'cadb',
  7: 'dbca',
  8: 'bdac',
}

describe('the orientation is applied', () => {
  test.each(Object.entries(UPRIGHT))('EXIF %s', async (orientation, corners) => {
    const photo = sharp(png).withMetadata({ orientation: Number(orientation) })
    const [small, large] = [photo.clone().webp(), photo.clone().resize(640, 320).jpeg()]
    for (const bytes of [await small.toBuffer(), await large.toBuffer()]) {
      const rendered = await render(bytes)
      expect(await cornersOf(rendered.bytes('thumbnail'))).toBe(corners)
      expect(await cornersOf(rendered.bytes('display'))).toBe(corners)
    }
  })

  test('also where the JPEG is shrunk while it is read', async () => {
    const photo = sharp(png).resize(3600, 1800).withMetadata({ orientation: 6 })
    const { photo: rendered, bytes } = await render(await photo.jpeg().toBuffer())
    expect(rendered).toMatchObject({ display: { width: 800, height: 1600 } })
    expect(await cornersOf(bytes('display'))).toBe('cadb')
  })

  test('HEIC once, though it says so twice', async () => {
    const { sink, bytes } = collectingSink()
    await renderPhoto(HEIC_FIXTURE, sink)
    expect(await cornersOf(bytes('display'))).toBe('cadb')
  })
})

test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('renders %s', async (format) => {
  const { photo, bytes } = await render(await sharp(png).toFormat(format).toBuffer())
  expect(photo).toMatchObject({ ok: true, display: { width: 128, height: 64 } })
  expect(await cornersOf(bytes('thumbnail'))).toBe('abcd')
})

test.each(['gif', 'webp'] as const)('takes the first frame of an animated %s', async (format) => {
  const { bytes } = await render(await animation(format, ['#c81e1e', '#1e1ec8']))
  const [red, , blue] = await middlePixel(bytes('display'))
  expect(red).toBeGreaterThan(180)
  expect(blue).toBeLessThan(60)
  expect((await sharp(bytes('display')).metadata()).pages ?? 1).toBe(1)
})

describe('refuses as corrupt, before anything reaches the sink,', () => {
  const noise = sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('a truncated %s', async (format) => {
    const whole = await noise.clone().toFormat(format).toBuffer()
    const { photo, kept } = await render(whole.subarray(0, whole.length * 0.6))
    expect(photo).toMatchObject({ ok: false, reason: 'corrupt' })
    expect(kept).toEqual([])
  })

  test('a truncated HEIC', async () => {
    const bytes = await readFile(HEIC_FIXTURE)
    const { photo, kept } = await render(bytes.subarray(0, bytes.length - 100))
    expect(photo).toMatchObject({ ok: false, reason: 'corrupt' })
    expect(kept).toEqual([])
  })
})

test('passes on what the sink throws', async () => {
  const full = async () => {
    throw new Error('disk full')
  }
  await expect(renderPhoto(await photoFile(png), full)).rejects.toThrow('disk full')
})

const beam = { width: 60, height: 240, channels: 3 as const, background: '#d018b0' }
const stage = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#060608' } })
  .composite([{ input: { create: beam }, left: 100, top: 0 }])
  .jpeg()
  .toBuffer()

describe('the swatch', () => {
  test('takes the light, not the dark around it', async () => {
    const { photo } = await render(stage)
    const [red, green, blue] = Buffer.from((photo.ok ? photo.dominantColour : '#').slice(1), 'hex')
    expect(red).toBeGreaterThan(180)
    expect(green).toBeLessThan(60)
    expect(blue).toBeGreaterThan(140)
  })

  test('is grey where all is grey', async () => {
    const grey = { width: 64, height: 64, channels: 3 as const, background: '#808080' }
    const { photo } = await render(await sharp({ create: grey }).png().toBuffer())
    expect(photo).toMatchObject({ dominantColour: '#808080' })
  })

  test('has a blur in the shape and the colours of the photo', async () => {
    const { photo } = await render(png)
    const blur = thumbHashToRGBA(Buffer.from(photo.ok ? photo.thumbhash : '', 'base64'))
    expect(blur.w / blur.h).toBeCloseTo(2, 0)
    const topLeft = (3 * blur.w + 3) * 4
    expect(blur.rgba[topLeft]).toBeGreaterThan(blur.rgba[topLeft + 2]! + 50)
  })
})
