import { open } from 'node:fs/promises'

const PNG = { mime: 'image/png', extension: 'png' } as const
const JPEG = { mime: 'image/jpeg', extension: 'jpg' } as const
const GIF = { mime: 'image/gif', extension: 'gif' } as const
const WEBP = { mime: 'image/webp', extension: 'webp' } as const
const HEIC = { mime: 'image/heic', extension: 'heic' } as const
const AVIF = { mime: 'image/avif', extension: 'avif' } as const

export type ImageType = typeof PNG | typeof JPEG | typeof GIF | typeof WEBP | typeof HEIC | typeof AVIF
export type ImageMime = ImageType['mime']

const TYPES: Record<string, ImageType> = {
  'image/png': PNG,
  'image/apng': PNG,
  'image/jpeg': JPEG,
  'image/gif': GIF,
  'image/webp': WEBP,
  'image/heic': HEIC,
  'image/heic-sequence': HEIC,
  'image/heif': HEIC,
  'image/heif-sequence': HEIC,
  'image/avif': AVIF,
}

/** Where each type's signature must stand; file-type also looks behind an ID3 tag, browsers do not. */
const SIGNATURES: Record<ImageMime, { at: number; bytes: string }> = {
  'image/png': { at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  'image/jpeg': { at: 0, bytes: '\xff\xd8\xff' },
  'image/gif': { at: 0, bytes: 'GIF8' },
  'image/webp': { at: 8, bytes: 'WEBP' },
  'image/heic': { at: 4, bytes: 'ftyp' },
  'image/avif': { at: 4, bytes: 'ftyp' },
}

const HEAD_BYTES = 4100

/**
 * The image type by content alone; names and headers have no say.
 * @param source the first bytes of the file (4,100 suffice) or its path
 * @returns null for everything but PNG, JPEG, GIF, WebP, HEIC and AVIF
 * @throws when the path cannot be read
 */
export async function sniffImage(source: Uint8Array | string): Promise<ImageType | null> {
  const head =
    typeof source === 'string' ? await readHead(source) : Buffer.from(source.subarray(0, HEAD_BYTES))
  const { fileTypeFromBuffer } = await import('file-type')
  const found = TYPES[(await fileTypeFromBuffer(head))?.mime ?? '']
  if (!found) return null
  const { at, bytes } = SIGNATURES[found.mime]
  if (head.toString('latin1', at, at + bytes.length) !== bytes) return null
  return found === HEIC && isAvif(head) ? AVIF : found
}

/** Brands mif1 and msf1 leave open which codec is inside; the list of compatible brands tells. */
function isAvif(head: Buffer): boolean {
  const brands = head.toString('latin1', 16, Math.min(head.readUInt32BE(0), 256))
  return /^(....)*avi[fs]/.test(brands) && !/^(....)*he(ic|ix|vc|vx)/.test(brands)
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
