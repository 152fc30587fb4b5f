import type { Metadata } from 'sharp'
import { countFrames } from './frames.ts'
import { MAX_ANIMATION_PIXELS, MAX_FRAMES, MAX_SIDE, maxPixels } from './limits.ts'
import { type Refusal, refusalOf, refuse } from './refusal.ts'
import { type ImageType, sniffImage } from './sniff.ts'
import { openPhoto } from './vips.ts'

/** What a photo says about itself before any pixel is decoded; within all limits. */
type Facts = {
  ok: true
  type: ImageType
  /** Pixels, as displayed: after the orientation is applied. */
  width: number
  height: number
  frames: number
  progressive: boolean
  codec: 'hevc' | 'other'
  exif: Buffer | null
  icc: Buffer | null
}
export type Header = Facts & { path: string }

/**
 * Reads a photo's header and holds it against the limits; costs milliseconds and no memory to speak of.
 * @throws when the path cannot be read
 */
export async function readHeader(path: string): Promise<Header | Refusal> {
  const facts = await readFacts(path)
  return facts.ok ? { ...facts, path } : facts
}

/** The same of a photo in memory, or at a path. */
export async function readFacts(source: string | Buffer): Promise<Facts | Refusal> {
  const type = await sniffImage(source)
  if (!type) return refuse('not_an_image')
  const frames = await countFrames(source, type.mime)
  if (typeof frames !== 'number') return frames
  try {
    const metadata = await (await openPhoto(source, { limitInputPixels: false })).metadata()
    return judge(describe(type, frames, metadata), metadata)
  } catch (error) {
    return refusalOf(error)
  }
}

function describe(type: ImageType, frames: number, metadata: Metadata): Facts {
  return {
    ok: true,
    type,
    width: metadata.autoOrient.width,
    height: metadata.autoOrient.height,
    frames: type.extension === 'gif' || type.extension === 'webp' ? (metadata.pages ?? 1) : frames,
    progressive: metadata.isProgressive === true,
    codec: metadata.compression === 'hevc' ? 'hevc' : 'other',
    exif: metadata.exif ?? null,
    icc: metadata.icc ?? null,
  }
}

function judge(header: Facts, metadata: Metadata): Facts | Refusal {
  const { width, height, frames, type, progressive } = header
  const pixels = width * height
  const foreign = type.extension === 'heic' && !['hevc', 'av1'].includes(metadata.compression ?? '')
  if (foreign) return refuse('unsupported')
  if (pixels > maxPixels(type.mime, progressive) || Math.max(width, height) > MAX_SIDE)
    return refuse('too_many_pixels')
  if (frames > MAX_FRAMES || frames * pixels > MAX_ANIMATION_PIXELS) return tooLongAnimation(frames)
  return header
}

function tooLongAnimation(frames: number): Refusal {
  return refuse(frames > 1 ? 'too_many_frames' : 'too_many_pixels')
}
