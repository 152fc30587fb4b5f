import { loadSharp } from './vips.ts'

type Size = { width: number; height: number }

/**
 * Draws an SVG of our own making as PNG, over a photo that fills the picture where one is given: blurred a little, as
 * it is the light and not the subject.
 */
export async function drawVector(svg: string, { width, height }: Size, photo?: Buffer): Promise<Buffer> {
  const sharp = await loadSharp()
  const drawing = Buffer.from(svg)
  if (photo === undefined) return sharp(drawing).png({ compressionLevel: 8, palette: false }).toBuffer()
  return sharp(photo, { failOn: 'error' })
    .resize(width, height, { fit: 'cover', position: 'attention' })
    .blur(6)
    .composite([{ input: drawing }])
    .png({ compressionLevel: 8 })
    .toBuffer()
}
