import type { ImageMime } from './sniff.ts'

const MEGA = 1_000_000

/** Longest side of the renditions, in pixels. */
export const THUMBNAIL_SIDE = 320
export const PREVIEW_SIDE = 800
export const LARGE_SIDE = 1600

/** Longest side a photo may have, in pixels; wider rows cost the PNG decoder hundreds of megabytes. */
export const MAX_SIDE = 20_000

/** Frames an animation may have, and pixels over all its frames. */
export const MAX_FRAMES = 1000
export const MAX_ANIMATION_PIXELS = 500 * MEGA

/** Blocks, chunks or segments a file may have; millions of tiny ones keep a parser busy for minutes. */
export const MAX_PARTS = 10_000

/** EXIF larger than this many bytes is ignored. */
export const MAX_EXIF_BYTES = 1_000_000

/** Time one photo may take to decode, in seconds. */
export const MAX_SECONDS = 30

/**
 * Pixels a still may have. Decoders that stream rows need some 20 to 200 MB at their limit. Those that hold the
 * whole frame need, in bytes a pixel: progressive JPEG 6, interlaced PNG 5, GIF 6, HEIC 12, AVIF 17.
 */
export function maxPixels(mime: ImageMime, progressive: boolean): number {
  if (mime === 'image/jpeg') return (progressive ? 50 : 200) * MEGA
  if (mime === 'image/png') return (progressive ? 50 : 100) * MEGA
  if (mime === 'image/webp') return 100 * MEGA
  if (mime === 'image/heic') return 50 * MEGA
  return 25 * MEGA
}

/** Whether decoding holds the whole frame in memory, so that such photos should take turns. */
export function holdsWholeFrame(mime: ImageMime, progressive: boolean): boolean {
  return progressive || mime === 'image/avif' || mime === 'image/heic' || mime === 'image/gif'
}
