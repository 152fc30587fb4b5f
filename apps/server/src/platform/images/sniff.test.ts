import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sniffImage } from './index.ts'
import { cornersPng, HEIC_FIXTURE, photoFile } from './photos-for-tests.ts'

test.each(['png', 'jpeg', 'gif', 'webp', 'avif'] as const)('knows %s by its content', async (format) => {
  const bytes = await sharp(await cornersPng())
    .toFormat(format)
    .toBuffer()
  const expected = { mime: `image/${format}`, extension: format === 'jpeg' ? 'jpg' : format }
  expect(await sniffImage(bytes)).toEqual(expected)
  expect(await sniffImage(await photoFile(bytes, 'holiday.html'))).toEqual(expected)
})

test('knows HEIC', async () => {
  expect(await sniffImage(HEIC_FIXTURE)).toEqual({ mime: 'image/heic', extension: 'heic' })
})

test('tells AVIF from HEIC where the brand leaves it open', async () => {
  const avif = await sharp(await cornersPng())
    .avif()
    .toBuffer()
  const open = Buffer.from(avif)
  open.write('mif1', 8)
  expect(await sniffImage(open)).toMatchObject({ extension: 'avif' })
})

const jpeg = await sharp(await cornersPng())
  .jpeg()
  .toBuffer()
const script = Buffer.from('<script>alert(1)</script>')

test.each([
  ['HTML', Buffer.from('<!doctype html><img src=x onerror=alert(1)>')],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['XML before SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['PDF', Buffer.from('%PDF-1.7\n')],
  ['TIFF', await sharp(jpeg).tiff().toBuffer()],
  ['a script before a JPEG', Buffer.concat([script, jpeg])],
  ['an ID3 tag before a JPEG', Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'), jpeg])],
  ['MP4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1')],
  ['nothing', Buffer.alloc(0)],
  ['half a signature', Buffer.from([0xff, 0xd8])],
])('takes %s for no image, whatever its name', async (_, bytes) => {
  expect(await sniffImage(bytes)).toBeNull()
  expect(await sniffImage(await photoFile(bytes, 'photo.jpg'))).toBeNull()
})

test('takes a JPEG with a script behind it for a JPEG and nothing else', async () => {
  expect(await sniffImage(Buffer.concat([jpeg, script]))).toEqual({ mime: 'image/jpeg', extension: 'jpg' })
})

test('throws when the file is not there', async () => {
  await expect(sniffImage('/nowhere/photo.jpg')).rejects.toThrow('ENOENT')
})
