import { rgbaToThumbHash } from 'thumbhash'
import { fitInside, fromPixels, type Pixels, toPixels } from './pixels.ts'

const SWATCH_SIDE = 64

/** What stands in for a photo until it has loaded. */
export type Swatch = {
  /** ThumbHash, base64, about 28 characters. */
  thumbhash: string
  /** `#rrggbb` */
  dominantColour: string
}

/** Sums a photo up in a blur and a colour; costs a few milliseconds of this thread. */
export async function makeSwatch(pixels: Pixels): Promise<Swatch> {
  const tiny = fitInside(await fromPixels(pixels), SWATCH_SIDE)
    .toColourspace('srgb')
    .ensureAlpha()
  const { data, width, height } = await toPixels(tiny)
  const thumbhash = Buffer.from(rgbaToThumbHash(width, height, data)).toString('base64')
  return { thumbhash, dominantColour: dominantColour(data) }
}

/**
 * The colour that most strikes the eye. Stage photos are mostly black, so a pixel counts by its chroma squared;
 * a photo without colour gets its commonest grey.
 */
function dominantColour(rgba: Buffer): string {
  const bins = new Float64Array(512 * 4)
  for (let at = 0; at < rgba.length; at += 4)
    addPixel(bins, rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, rgba[at + 3]!)
  let best = 0
  for (let bin = 4; bin < bins.length; bin += 4) if (bins[bin]! > bins[best]!) best = bin
  const weight = bins[best]! || 1
  return `#${[1, 2, 3].map((channel) => hex(bins[best + channel]! / weight)).join('')}`
}

/** Bins hold the weight and the weighted sums of red, green and blue; eight steps a channel. */
function addPixel(bins: Float64Array, red: number, green: number, blue: number, alpha: number): void {
  const chroma = (Math.max(red, green, blue) - Math.min(red, green, blue)) / 255
  const weight = (0.02 + chroma * chroma) * (alpha / 255)
  const bin = 4 * (((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5))
  bins[bin]! += weight
  bins[bin + 1]! += weight * red
  bins[bin + 2]! += weight * green
  bins[bin + 3]! += weight * blue
}

function hex(channel: number): string {
  return Math.round(channel).toString(16).padStart(2, '0')
}
