import type { Sharp } from 'sharp'
import { loadSharp } from './vips.ts'

/** Decoded pixels, 8 bits a channel, row by row, no padding. */
export type Pixels = { data: Buffer; width: number; height: number; channels: 1 | 2 | 3 | 4 }

/** Runs a pipeline and keeps its pixels. */
export async function toPixels(pipeline: Sharp): Promise<Pixels> {
  const { data, info } = await pipeline.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

/** A pipeline that starts from pixels. */
export async function fromPixels({ data, width, height, channels }: Pixels): Promise<Sharp> {
  const sharp = await loadSharp()
  return sharp(data, { raw: { width, height, channels } })
}

/** Shrinks to fit a square, never enlarges. */
export function fitInside(pipeline: Sharp, side: number): Sharp {
  return pipeline.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
}
