import { type Box, boxesAt, readBoxes, writeBoxes } from './boxes-for-tests.ts'

/** A playlist or a script of each kind that asks a player to open something else. */
export const playlists = (address: string): Record<string, string> => ({
  HLS: `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n${address}\n#EXT-X-ENDLIST\n`,
  ffconcat: `ffconcat version 1.0\nfile '${address}'\n`,
  PLS: `[playlist]\nNumberOfEntries=1\nFile1=${address}\n`,
  DASH: `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT2S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>${address}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
  SDP: `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\na=control:${address}\nm=video 5004 RTP/AVP 96\n`,
  'HLS behind an empty box': `\0\0\0\x08free#EXTM3U\n#EXTINF:2,\n${address}\n#EXT-X-ENDLIST\n`,
})

function chunk(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length & 1)])
}

function utf16(text: string): Buffer {
  const bytes = Buffer.from(`${text}\0`, 'utf16le')
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** An AVI with a stream of subtitles (GAB2), which are a file of their own, for a reader of their own. */
export function aviWithSubtitles(avi: Buffer, subtitles: string): Buffer {
  const headers = avi.indexOf('hdrl') - 8
  const movie = avi.indexOf('movi') - 8
  const headerList = avi.subarray(headers + 8, headers + 8 + avi.readUInt32LE(headers + 4))
  const movieList = avi.subarray(movie + 8, movie + 8 + avi.readUInt32LE(movie + 4))
  const stream = Buffer.alloc(56)
  stream.write('txts')
  // one frame of one second
  for (const [at, value] of [
    [20, 1],
    [24, 1],
    [32, 1],
  ] as const) {
    stream.writeUInt32LE(value, at)
  }
  const texts = chunk('LIST', Buffer.from('strl'), chunk('strh', stream), chunk('strf'))
  const size = Buffer.alloc(6)
  size.writeUInt16LE(4)
  size.writeUInt32LE(Buffer.byteLength(subtitles), 2)
  const gab2 = Buffer.concat([
    Buffer.from('GAB2\0\x02\0', 'latin1'),
    utf16('x'),
    size,
    Buffer.from(subtitles),
  ])
  const content = movieList.subarray(4)
  return chunk(
    'RIFF',
    Buffer.from('AVI '),
    chunk('LIST', headerList, texts),
    chunk('LIST', Buffer.from('movi'), chunk('02tx', gab2), content),
  )
}

/** A movie whose tracks lie, as it says, in another file (an alias of QuickTime with an absolute path). */
export function movWithReference(mov: Buffer, path: string): Buffer {
  const boxes = readBoxes(mov)
  for (const reference of boxesAt(boxes, 'moov/trak/mdia/minf/dinf/dref')) {
    const alias = Buffer.alloc(150)
    const name = path.split('/').at(-1)!.slice(0, 63)
    alias[10 + 0] = 1
    alias.write('x', 11)
    alias[50] = name.length
    alias.write(name, 51)
    // how many folders up and down; then the absolute path, and the end
    alias.writeUInt16BE(1, 130)
    alias.writeUInt16BE(1, 132)
    const told = Buffer.alloc(4)
    told.writeUInt16BE(2)
    told.writeUInt16BE(path.length, 2)
    const parts = [Buffer.alloc(4), alias, told, Buffer.from(path), Buffer.alloc(path.length & 1)]
    const content = Buffer.concat([...parts, Buffer.from([0xff, 0xff, 0, 0])])
    const count = Buffer.from([0, 0, 0, 0, 0, 0, 0, 1])
    reference.bytes = Buffer.concat([count, writeBoxes([{ type: 'alis', inside: [], bytes: content }])])
  }
  return writeBoxes(boxes)
}

/** A movie that says it has this many tracks more. */
export function movWithTracks(mov: Buffer, tracks: number): Buffer {
  const boxes = readBoxes(mov)
  const movie = boxes.find(({ type }) => type === 'moov')!
  const track = movie.inside.find(({ type }) => type === 'trak')!
  movie.inside.push(...Array.from<Box>({ length: tracks }).fill(track))
  return writeBoxes(boxes)
}

/** An MP3 whose cover, as its tag says, is to be fetched from an address. */
export function mp3WithLinkedCover(mp3: Buffer, address: string): Buffer {
  const picture = Buffer.from(`\0-->\0\x03\0${address}`, 'latin1')
  const frame = Buffer.alloc(10)
  frame.write('APIC')
  frame.writeUInt32BE(picture.length, 4)
  const size = picture.length + 10
  const tag = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, size >> 7, size & 127])
  return Buffer.concat([tag, frame, picture, mp3])
}

/** A WAV of 8 kHz that says how many seconds it lasts and holds one. */
export function wavThatSays(seconds: number): Buffer {
  const bytes = Buffer.alloc(44 + 8000, 128)
  bytes.write('RIFF')
  bytes.writeUInt32LE(36 + seconds * 8000, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(8000, 24)
  bytes.writeUInt32LE(8000, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(seconds * 8000, 40)
  return bytes
}

/** An MP4 whose headers say how long it is, in all the places where they do. */
export function movieThatSays(mov: Buffer, seconds: number): Buffer {
  const boxes = readBoxes(mov)
  const header = boxesAt(boxes, 'moov/mvhd')[0]!.bytes
  header.writeUInt32BE(header.readUInt32BE(12) * seconds, 16)
  for (const { bytes } of boxesAt(boxes, 'moov/trak/mdia/mdhd')) {
    bytes.writeUInt32BE((bytes.readUInt32BE(12) * seconds) >>> 0, 16)
  }
  return writeBoxes(boxes)
}

/** A FLAC that says how many samples it has; 0 is "unknown". */
export function flacThatSays(flac: Buffer, samples: number): Buffer {
  const copy = Buffer.from(flac)
  // the last 36 bits of the eight at 18: rate, channels and bits come before them
  copy[21] = copy[21]! & 0xf0
  copy.writeUInt32BE(samples, 22)
  return copy
}

/** The same bytes with some of them changed, always the same ones for a seed. */
export function spoil(bytes: Buffer, seed: number, changes: number): Buffer {
  const copy = Buffer.from(bytes)
  let state = seed * 2_654_435_761 + 1
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  // the beginning stays, so that what is reached is the reader and not its refusal
  for (let i = 0; i < changes; i++)
    copy[16 + Math.floor(next() * (copy.length - 16))] = Math.floor(next() * 256)
  return copy
}
