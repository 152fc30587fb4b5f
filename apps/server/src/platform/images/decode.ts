import { profileKind, toSrgb } from './colour-profile.ts'
import type { Header } from './header.ts'
import { decodeHeic } from './heic.ts'
import { LARGE_SIDE, maxPixels } from './limits.ts'
import { fitInside, fromPixels, type Pixels, toPixels } from './pixels.ts'
import { openPhoto } from './vips.ts'

/**
 * Decodes a photo's first frame, once: upright, sRGB, shrunk to fit 1600 × 1600 while it is read.
 * @throws when the pixels are corrupt or take too long
 */
export async function decodePhoto(header: Header): Promise<Pixels> {
  const pixels = await (header.codec === 'hevc' ? decodeWithLibheif(header) : decodeWithVips(header))
  return header.icc && profileKind(header.icc) === 'rgb' ? toSrgb(pixels, header.icc) : pixels
}

async function decodeWithVips({ path, type, progressive, icc }: Header): Promise<Pixels> {
  const limitInputPixels = maxPixels(type.mime, progressive)
  const ignoreIcc = profileKind(icc) !== 'other'
  const photo = await openPhoto(path, { limitInputPixels, ignoreIcc, autoOrient: true })
  return toPixels(fitInside(photo, LARGE_SIDE).toColourspace('srgb'))
}

/** libheif turns the picture upright itself; the EXIF orientation that iPhones write as well is not applied. */
async function decodeWithLibheif({ path, type, progressive }: Header): Promise<Pixels> {
  const { rgba, width, height } = await decodeHeic({ path, maxPixels: maxPixels(type.mime, progressive) })
  const full = await fromPixels({ data: Buffer.from(rgba), width, height, channels: 4 })
  return toPixels(fitInside(full.removeAlpha(), LARGE_SIDE))
}
