import { open } from 'node:fs/promises'

/** Behind `ftyp`, the index of a fragmented MP4 holds no samples: it is small and comes first. */
const INDEX_BYTES = 65_536
const AAC_LC = 'mp4a.40.2'

/** The codecs of one of our fragmented MP4 files as RFC 6381 writes them, such as `avc1.640028,mp4a.40.2`. */
export async function codecsOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(INDEX_BYTES), 0, INDEX_BYTES, 0)
    const index = buffer.subarray(0, bytesRead)
    const avc = index.indexOf('avcC')
    if (avc < 0) throw new Error(`no H.264 in ${path}`)
    // behind the name: version, then profile, compatibility and level
    const profile = index.toString('hex', avc + 5, avc + 8)
    return [`avc1.${profile}`, ...(index.includes('mp4a') ? [AAC_LC] : [])].join()
  } finally {
    await file.close()
  }
}
