import { open } from 'node:fs/promises'
import { ByteReader, inMemory, type ReadableBytes } from './byte-reader.ts'
import { MAX_FRAMES, MAX_PARTS } from './limits.ts'
import { partsOf } from './parts.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { ImageMime } from './sniff.ts'

/**
 * Counts a photo's frames, 1 for a still, before any library sees it: libwebp needs minutes for a 40 MB file of
 * a million tiny frames, nsgif and libjpeg hundreds of megabytes for millions of blocks.
 * @throws when the path cannot be read
 */
export async function countFrames(source: string | Buffer, mime: ImageMime): Promise<number | Refusal> {
  const parts = partsOf(mime)
  if (!parts) return 1
  if (typeof source !== 'string') return count(parts, inMemory(source))
  const file = await open(source)
  try {
    return await count(parts, file)
  } finally {
    await file.close()
  }
}

async function count(
  parts: NonNullable<ReturnType<typeof partsOf>>,
  bytes: ReadableBytes,
): Promise<number | Refusal> {
  let frames = 0
  let others = 0
  for await (const part of parts(new ByteReader(bytes))) {
    if (part === 'frame') frames++
    else others++
    if (frames > MAX_FRAMES) return refuse('too_many_frames')
    if (others > MAX_PARTS) return refuse('corrupt')
  }
  return Math.max(frames, 1)
}
