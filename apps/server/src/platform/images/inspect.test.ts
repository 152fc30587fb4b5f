import { execFileSync } from 'node:child_process'
import sharp, { type Exif } from 'sharp'
import { describe, expect, test } from 'vitest'
import { inspectPhoto } from './index.ts'
import { animation, cornersPng, HEIC_FIXTURE, photoFile } from './photos-for-tests.ts'

const now = new Date('2026-11-21T12:00:00Z')
const png = await cornersPng(128, 64)

async function inspectWithExif(exif: Exif, format: 'jpeg' | 'png' | 'webp' | 'avif' = 'jpeg') {
  const path = await photoFile(await sharp(png).withExif(exif).toFormat(format).toBuffer())
  const photo = await inspectPhoto(path, now)
  if (!photo.ok) throw new Error(photo.message)
  return photo
}

describe('the size is the one displayed', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('with EXIF orientation %i', async (orientation) => {
    const path = await photoFile(await sharp(png).withMetadata({ orientation }).jpeg().toBuffer())
    const [width, height] = orientation > 4 ? [64, 128] : [128, 64]
    expect(await inspectPhoto(path)).toMatchObject({ ok: true, width, height, animated: false })
  })

  test('of HEIC turned by its container', async () => {
    expect(await inspectPhoto(HEIC_FIXTURE)).toMatchObject({ mime: 'image/heic', width: 64, height: 128 })
  })
})

test.each(['gif', 'webp'] as const)('tells an animated %s from a still', async (format) => {
  const path = await photoFile(await animation(format, ['#f00', '#00f']))
  expect(await inspectPhoto(path)).toMatchObject({ animated: true, width: 40, height: 40 })
})

describe('the time', () => {
  const dates = { DateTimeOriginal: '2026:07:01 21:30:05', SubSecTimeOriginal: '25' }

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('with its offset, in %s', async (format) => {
    const photo = await inspectWithExif({ IFD2: { ...dates, OffsetTimeOriginal: '+02:00' } }, format)
    expect(photo.capturedAt).toEqual({
      local: '2026-07-01T21:30:05',
      millisecond: 250,
      offset: '+02:00',
      source: 'DateTimeOriginal',
    })
  })

  test('without offset', async () => {
    expect((await inspectWithExif({ IFD2: dates })).capturedAt).toMatchObject({ offset: null })
  })

  test('of digitising, where the original is nonsense', async () => {
    const exif = {
      IFD2: { DateTimeOriginal: '0000:00:00 00:00:00', DateTimeDigitized: '2026:07:01 21:30:06' },
    }
    const { capturedAt } = await inspectWithExif(exif)
    expect(capturedAt).toMatchObject({ local: '2026-07-01T21:30:06', source: 'DateTimeDigitized' })
  })

  test('is null where nothing is said', async () => {
    expect((await inspectWithExif({})).capturedAt).toBeNull()
  })
})

test('reads place, camera and time of a HEIC', async () => {
  const photo = await inspectPhoto(HEIC_FIXTURE, now)
  expect(photo).toMatchObject({
    capturedAt: { local: '2026-07-01T21:30:05', millisecond: 120, offset: '+02:00' },
    camera: { make: 'Apple', model: 'iPhone 15' },
    point: { latitude: expect.closeTo(52.0833, 3), longitude: expect.closeTo(5.1167, 3) },
  })
})

describe('the place', () => {
  const gps = (latitude: string, north: string, longitude: string, east: string) => ({
    IFD3: { GPSLatitude: latitude, GPSLatitudeRef: north, GPSLongitude: longitude, GPSLongitudeRef: east },
  })

  test('is south and west where the references say so', async () => {
    const { point } = await inspectWithExif(gps('33/1 30/1 0/1', 'S', '70/1 45/1 0/1', 'W'))
    expect(point).toEqual({ latitude: -33.5, longitude: -70.75 })
  })

  test.each([
    ['no fix', gps('0/1 0/1 0/1', 'N', '0/1 0/1 0/1', 'E')],
    ['no such latitude', gps('95/1 0/1 0/1', 'N', '5/1 0/1 0/1', 'E')],
    ['a division by zero', gps('1/0 0/0 0/0', 'N', '5/1 0/1 0/1', 'E')],
    ['nothing', {}],
  ])('is null with %s', async (_, exif) => expect((await inspectWithExif(exif)).point).toBeNull())
})

test('cleans and cuts what the camera calls itself', async () => {
  const { camera } = await inspectWithExif({ IFD0: { Make: ' \u0007Canon ', Model: 'x'.repeat(500) } })
  expect(camera).toEqual({ make: 'Canon', model: 'x'.repeat(100) })
})

test('survives an EXIF block of noise', async () => {
  const noise = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251))
  const jpeg = await sharp(png).jpeg().toBuffer()
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0x0b, 0xc0]), Buffer.from('Exif\0\0MM\0*'), noise])
  const path = await photoFile(Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]))
  expect(await inspectPhoto(path)).toMatchObject({ ok: true, capturedAt: null, point: null })
})

describe('refuses', () => {
  test('what is no image', async () => {
    const path = await photoFile(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'photo.jpg')
    expect(await inspectPhoto(path)).toEqual({
      ok: false,
      reason: 'not_an_image',
      message: expect.stringContaining('not a photo'),
    })
  })

  test('a header with nothing behind it', async () => {
    const path = await photoFile(png.subarray(0, 20))
    expect(await inspectPhoto(path)).toMatchObject({ ok: false, reason: 'corrupt' })
  })
})

test('throws when the file is not there', async () => {
  await expect(inspectPhoto('/nowhere/photo.jpg')).rejects.toThrow('ENOENT')
})

test('does not load libvips before the first photo', () => {
  const index = JSON.stringify(new URL('./index.ts', import.meta.url).href)
  const script = `await import(${index}); console.log(process.report.getReport().sharedObjects.join())`
  const loaded = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(loaded).not.toMatch(/sharp|vips/)
})
