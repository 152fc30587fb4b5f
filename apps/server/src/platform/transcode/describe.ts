import { open, readFile } from 'node:fs/promises'
import type { MadeRung } from './transcoder.ts'

/** Behind `ftyp`, the index of a fragmented MP4 holds no samples: it is small and comes first. */
const INDEX_BYTES = 65_536
const AAC_LC = 'mp4a.40.2'

/** What a master playlist says of a rung, read from what was made. */
export async function describeRung(rung: Omit<MadeRung, 'bitrate' | 'codecs'>): Promise<MadeRung> {
  const [codecs, playlist] = await Promise.all([codecsOf(rung.file), readFile(rung.playlist, 'utf8')])
  return { ...rung, bitrate: peakBitrate(playlist), codecs }
}

/** Bits a second of the segment that has most of them (RFC 8216, 4.3.4.2). */
function peakBitrate(playlist: string): number {
  const segments = playlist.matchAll(/^#EXTINF:([\d.]+),\s+#EXT-X-BYTERANGE:(\d+)/gm)
  return Math.max(
    ...[...segments].map(([, seconds, bytes]) => Math.ceil((Number(bytes) * 8) / Number(seconds))),
  )
}

/** As RFC 6381 writes them, such as `avc1.640028,mp4a.40.2`. */
async function codecsOf(path: string): Promise<string> {
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
