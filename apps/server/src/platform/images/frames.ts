import { open } from 'node:fs/promises'
import { ByteReader } from './byte-reader.ts'
import { MAX_FRAMES, MAX_PARTS } from './limits.ts'
import { partsOf } from './parts.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { ImageMime } from './sniff.ts'

/**
 * Counts a photo's frames, 1 for a still, before any library sees it: libwebp needs minutes for a 40 MB file of
 * a million tiny frames, nsgif and libjpeg hundreds of megabytes for millions of blocks.
 * @throws when the path cannot be read
 */
export async function countFrames(path: string, mime: ImageMime): Promise<number | Refusal> {
  const parts = partsOf(mime)
  if (!parts) return 1
  const file = await open(path)
  try {
    let frames = 0
    let others = 0
    for await (const part of parts(new ByteReader(file))) {
      if (part === 'frame') frames++
      else others++
      if (frames > MAX_FRAMES) return refuse('too_many_frames')
      if (others > MAX_PARTS) return refuse('corrupt')
    }
    return Math.max(frames, 1)
  } finally {
    await file.close()
  }
}
