import { sayLength } from '@/lib/lengths'
import { PALETTE, pixelOf } from './palette'
import { marksOf } from './picture-axes'
import type { Picture } from './pictures'
import { ticksIn } from './timeline'

/** A picture as an image, one pixel a value. */
export function imageOf({ width, height, values, range }: Picture): ImageData {
  const image = new ImageData(width, height)
  const pixels = new Uint32Array(image.data.buffer)
  const span = range.most - range.least
  for (let x = 0; x < width; x++) {
    for (let row = 0; row < height; row++) {
      const value = values[x * height + row] as number
      pixels[(height - 1 - row) * width + x] = pixelOf((value - range.least) / span)
    }
  }
  return image
}

const [WIDTH, HEIGHT] = [1600, 720]
const EDGE = { left: 80, right: 24, top: 64, bottom: 48 }
const INK = '#f5f5f7'

/** The picture with its title and its axes, to be kept. */
export async function pngOf(picture: Picture, title: string, duration: number): Promise<Blob> {
  const plain = new OffscreenCanvas(picture.width, picture.height)
  plain.getContext('2d')?.putImageData(imageOf(picture), 0, 0)
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('nothing to draw on')
  const [across, down] = [WIDTH - EDGE.left - EDGE.right, HEIGHT - EDGE.top - EDGE.bottom]
  context.fillStyle = PALETTE[0] ?? '#000'
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.imageSmoothingEnabled = false
  const end = (picture.width * picture.step) / Math.max(duration, 1e-6)
  context.drawImage(plain, EDGE.left, EDGE.top, across * end, down)
  context.fillStyle = INK
  context.font = '600 26px sans-serif'
  context.fillText(title, EDGE.left, 42, across)
  context.font = '18px sans-serif'
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  for (const { words, height } of marksOf(picture)) {
    context.fillText(words, EDGE.left - 10, EDGE.top + (1 - height) * down)
  }
  context.textAlign = 'center'
  for (const moment of ticksIn({ from: 0, to: duration }, 12)) {
    context.fillText(sayLength(moment), EDGE.left + (moment / duration) * across, HEIGHT - EDGE.bottom / 2)
  }
  return canvas.convertToBlob({ type: 'image/png' })
}
