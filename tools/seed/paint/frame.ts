import sharp, { type Sharp } from 'sharp'
import { type Blend, blend } from './blend.ts'

/** The size of a picture in pixels. */
export type Frame = { width: number; height: number }

/** The light of an artist: two hues of the lamps in degrees, the colours made of them, and the black of the hall. */
export type Palette = { hue: number; key: string; second: string; pale: string; dark: string }

export function paletteOf(hue: number, secondHue: number): Palette {
  return {
    hue,
    key: `hsl(${hue} 95% 55%)`,
    second: `hsl(${secondHue} 92% 57%)`,
    pale: `hsl(${hue} 75% 88%)`,
    dark: `hsl(${hue} 45% 4%)`,
  }
}

/** Four channels of raw pixels with their size. */
export type Pixels = Frame & { data: Buffer }
const rawOf = ({ width, height }: Frame) => ({ raw: { width, height, channels: 4 as const } })

/** Draws SVG content, whose units are pixels of `frame`, at `scale` of that size; `blur` is in the same units. */
export async function draw(frame: Frame, content: string, scale = 1, blur = 0): Promise<Pixels> {
  const width = Math.round(frame.width * scale)
  const height = Math.round(frame.height * scale)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${frame.width} ${frame.height}">${content}</svg>`
  const image = sharp(Buffer.from(svg)).ensureAlpha()
  const soft = blur * scale >= 0.3 ? image.blur(blur * scale) : image
  return { width, height, data: await soft.raw().toBuffer() }
}

/** Lays pictures over each other, the first at the bottom, on black; the result is a new one of the given size. */
export function layer(
  { width, height }: Frame,
  ...pictures: readonly [pixels: Pixels, how: Blend][]
): Pixels {
  const result = { width, height, data: Buffer.alloc(width * height * 4) }
  for (let i = 3; i < result.data.length; i += 4) result.data[i] = 255
  for (const [pixels, how] of pictures) blend(result, pixels, how)
  return result
}

/** A sharp image of raw pixels. */
export const imageOf = (pixels: Pixels): Sharp => sharp(pixels.data, rawOf(pixels))
