import { readFacts } from './header.ts'
import { maxPixels } from './limits.ts'
import { fitInside, toPixels } from './pixels.ts'
import { type Refusal, refusalOf, refuse } from './refusal.ts'
import type { ImageMime } from './sniff.ts'
import { openPhoto } from './vips.ts'

/** Pixels of three colours, 8 bits each, row by row. */
export type Picture = { ok: true; data: Buffer; width: number; height: number }

/** HEIC and its like need a path, and nobody sends them as a request's body. */
const READ_IN_MEMORY: readonly ImageMime[] = ['image/jpeg', 'image/png', 'image/webp']

/**
 * Decodes a JPEG, PNG or WebP that is in memory and stays nowhere else: upright, sRGB, shrunk to fit `side` × `side`. Its
 * header is held against the same limits as those of photos that are kept.
 */
export async function decodePicture(bytes: Buffer, side: number): Promise<Picture | Refusal> {
  const facts = await readFacts(bytes)
  if (!facts.ok) return facts
  const { mime } = facts.type
  if (!READ_IN_MEMORY.includes(mime)) return { ...refuse('unsupported'), message: ONLY }
  try {
    const limitInputPixels = maxPixels(mime, facts.progressive)
    const photo = await openPhoto(bytes, { limitInputPixels, autoOrient: true })
    const pixels = await toPixels(fitInside(photo, side).toColourspace('srgb').removeAlpha())
    return { ok: true, data: pixels.data, width: pixels.width, height: pixels.height }
  } catch (error) {
    return refusalOf(error)
  }
}

const ONLY = 'Only JPEG, PNG and WebP can be read here.'
