import { open } from 'node:fs/promises'
import type { Container } from './transcoder.ts'

/** What a file is by its content. Where a container may hold both, as MP4, Matroska and WebM may, it counts as a video. */
export type Recording = {
  kind: 'audio' | 'video'
  container: Container
  mime: string
  extension: string
}

/** Gives the bytes from a place on; fewer, or none, where the file ends. */
type Look = (at: number, bytes: number) => Promise<Buffer>

const MP3: Recording = { kind: 'audio', container: 'mp3', mime: 'audio/mpeg', extension: 'mp3' }
const WAV: Recording = { kind: 'audio', container: 'wav', mime: 'audio/wav', extension: 'wav' }
const OGG: Recording = { kind: 'audio', container: 'ogg', mime: 'audio/ogg', extension: 'ogg' }
const OPUS: Recording = { kind: 'audio', container: 'ogg', mime: 'audio/ogg', extension: 'opus' }
const FLAC: Recording = { kind: 'audio', container: 'flac', mime: 'audio/flac', extension: 'flac' }
const AIFF: Recording = { kind: 'audio', container: 'aiff', mime: 'audio/aiff', extension: 'aiff' }
const M4A: Recording = { kind: 'audio', container: 'mov', mime: 'audio/mp4', extension: 'm4a' }
const MP4: Recording = { kind: 'video', container: 'mov', mime: 'video/mp4', extension: 'mp4' }
const MOV: Recording = { kind: 'video', container: 'mov', mime: 'video/quicktime', extension: 'mov' }
const AVI: Recording = { kind: 'video', container: 'avi', mime: 'video/x-msvideo', extension: 'avi' }
const MKV: Recording = { kind: 'video', container: 'matroska', mime: 'video/x-matroska', extension: 'mkv' }
const WEBM: Recording = { kind: 'video', container: 'matroska', mime: 'video/webm', extension: 'webm' }

/**
 * Tells a recording by its content alone; names and headers have no say. Every signature has to stand at the first
 * byte and to be followed by what the format asks for, so that scripts, playlists, subtitles and archives that only
 * look like a recording somewhere are none.
 * @param source the bytes of the file (its first 4,100 mostly suffice) or its path
 * @returns null for everything but mp3, wav, ogg, opus, m4a, flac, aiff, mp4, mov, avi, mkv and webm
 * @throws when the path cannot be read
 */
export async function recogniseRecording(source: Uint8Array | string): Promise<Recording | null> {
  if (typeof source !== 'string') {
    const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
    return recognise(async (at, length) => bytes.subarray(at, at + length))
  }
  const file = await open(source)
  try {
    return await recognise(async (at, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
      return buffer.subarray(0, bytesRead)
    })
  } finally {
    await file.close()
  }
}

async function recognise(look: Look): Promise<Recording | null> {
  const head = await look(0, 512)
  if (head.length < 16) return null
  const magic = head.toString('latin1', 0, 4)
  if (magic === 'RIFF' || magic === 'RF64') return ofRiff(head)
  if (magic === 'FORM') return /^AIF[FC]$/.test(head.toString('latin1', 8, 12)) ? AIFF : null
  if (magic === 'fLaC') return isFlac(head) ? FLAC : null
  if (magic === 'OggS') return ofOgg(head)
  if (head.readUInt32BE(0) === 0x1a45dfa3) return ofEbml(head)
  if (magic.startsWith('ID3')) return behindId3(look, 0)
  return ofBoxes(head) ?? (await ofMpeg(look, 0))
}

function ofRiff(head: Buffer): Recording | null {
  const form = head.toString('latin1', 8, 12)
  if (form === 'WAVE') return WAV
  return form === 'AVI ' && head.toString('latin1', 12, 16) === 'LIST' ? AVI : null
}

/** The first block has to describe the stream. */
function isFlac(head: Buffer): boolean {
  return (head[4]! & 0x7f) === 0 && head.readUIntBE(5, 3) === 34
}

/** The first page begins a stream whose first packet names its codec. */
function ofOgg(head: Buffer): Recording | null {
  const first = head.toString('latin1', 27 + head[26]!, 27 + head[26]! + 8)
  if (head[4] !== 0 || (head[5]! & 2) === 0) return null
  if (first === 'OpusHead') return OPUS
  return ['\x01vorbis', '\x7fFLAC', 'Speex   '].some((codec) => first.startsWith(codec)) ? OGG : null
}

/** The document type stands in the first element; those of Matroska are few and short. */
function ofEbml(head: Buffer): Recording | null {
  const type = /\x42\x82[\x84\x88](webm|matroska)/.exec(head.toString('latin1', 4, 128))?.[1]
  if (!type) return null
  return type === 'webm' ? WEBM : MKV
}

const STILL_BRANDS = /^(hei|hev|mif|msf|avi[fso]|jp[2xm]|jpeg|mjp|crx|jxl)/

/** ISO base media (ISO 14496-12): `ftyp` first, or one of the boxes that old QuickTime files begin with. */
function ofBoxes(head: Buffer): Recording | null {
  const size = head.readUInt32BE(0)
  const type = head.toString('latin1', 4, 8)
  if (/^(moov|mdat|wide|free|skip|pnot)$/.test(type)) return size === 1 || size >= 8 ? oldMovie(head) : null
  const plausible = type === 'ftyp' && size >= 12 && size <= 512 && size % 4 === 0
  if (!plausible) return null
  const brand = head.toString('latin1', 8, 12)
  if (STILL_BRANDS.test(brand) || !/^[\x20-\x7e]{4}$/.test(brand)) return null
  if (/^M4[ABP] $/.test(brand)) return M4A
  return brand === 'qt  ' ? MOV : MP4
}

/** Small boxes in front have to be followed by another one; of large ones only the size can be judged. */
function oldMovie(head: Buffer): Recording | null {
  const size = head.readUInt32BE(0)
  if (size + 8 > head.length || size === 1) return MOV
  return /^(moov|mdat|wide|free|skip|ftyp|uuid|PICT|mvhd|udta)$/.test(
    head.toString('latin1', size + 4, size + 8),
  )
    ? MOV
    : null
}

/** Taggers put ID3, even twice, in front of MP3 and FLAC; what lies behind decides. */
async function behindId3(look: Look, at: number): Promise<Recording | null> {
  // its size has seven bits a byte
  const size = [...(await look(at + 6, 4))]
  if (size.length < 4 || size.some((byte) => byte > 127)) return null
  const end = at + 10 + size.reduce((sum, byte) => sum * 128 + byte, 0)
  const next = await look(end, 512)
  const magic = next.toString('latin1', 0, 4)
  if (magic === 'fLaC') return next.length > 8 && isFlac(next) ? FLAC : null
  if (magic.startsWith('ID3')) return at === 0 ? behindId3(look, end) : null
  // some taggers leave zeros behind the tag
  const start = next.findIndex((byte) => byte !== 0)
  return start < 0 ? null : ofMpeg(look, end + start)
}

/** MPEG audio has no signature: two frames in a row that agree with each other stand for one. */
async function ofMpeg(look: Look, at: number): Promise<Recording | null> {
  const length = frameLength(await look(at, 4))
  if (length === null) return null
  return frameLength(await look(at + length, 4)) === null ? null : MP3
}

const KBITS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const KBITS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const HERTZ = [44_100, 48_000, 32_000]

/** Bytes of a layer III frame by its header (ISO 11172-3, 13818-3, and MPEG 2.5); null when it is none. */
function frameLength(header: Buffer): number | null {
  if (header.length < 4 || header.readUInt16BE(0) >> 5 !== 0x7ff) return null
  const version = (header[1]! >> 3) & 3
  const layer = (header[1]! >> 1) & 3
  const kbits = (version === 3 ? KBITS_1 : KBITS_2)[header[2]! >> 4]
  const hertz = HERTZ[(header[2]! >> 2) & 3]
  if (version === 1 || layer !== 1 || !kbits || !hertz) return null
  const rate = hertz >> (3 - version === 3 ? 2 : 3 - version)
  return Math.floor(((version === 3 ? 144 : 72) * kbits * 1000) / rate) + ((header[2]! >> 1) & 1)
}
