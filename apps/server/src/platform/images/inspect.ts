import { type ExifFacts, readExif } from './exif.ts'
import { readHeader } from './header.ts'
import type { Refusal } from './refusal.ts'
import type { ImageType } from './sniff.ts'

/** What is known of a photo before it is decoded; width and height in pixels, as displayed. */
export type InspectedPhoto = { ok: true; width: number; height: number; animated: boolean } & ImageType &
  ExifFacts

/**
 * Looks at a photo without decoding it, and refuses what is no photo or too large to decode. Only decoding
 * tells whether the pixels are whole: `renderPhoto` may still find it corrupt.
 * @param now the present, against which a camera's clock is judged
 * @throws when the path cannot be read
 */
export async function inspectPhoto(path: string, now = new Date()): Promise<InspectedPhoto | Refusal> {
  const header = await readHeader(path)
  if (!header.ok) return header
  const { width, height, frames, type, exif } = header
  return { ok: true, ...type, width, height, animated: frames > 1, ...(await readExif(exif, now)) }
}
