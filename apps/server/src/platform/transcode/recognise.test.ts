import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { FORMATS, mediaFile } from '../../../test/recordings.ts'
import { recogniseRecording } from './recognise.ts'

test.each(FORMATS)('26: knows $file by its content', async ({ file, ...expected }) => {
  expect(await recogniseRecording(mediaFile(file))).toEqual(expected)
  expect(await recogniseRecording(await readFile(mediaFile(file)))).toEqual(expected)
})

test.each([
  ['sound-only.mp4', 'mp4'],
  ['sound-only.webm', 'webm'],
  ['located.mov', 'mov'],
])('counts %s as a video, as its container may hold one', async (file, extension) => {
  expect(await recogniseRecording(mediaFile(file))).toMatchObject({ kind: 'video', extension })
})

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const mp3 = await readFile(mediaFile('tone.mp3'))
const flac = await readFile(mediaFile('tone.flac'))
const mp4 = await readFile(mediaFile('clip.mp4'))
const script = latin1('<script>alert(1)</script>'.repeat(20))
const emptyId3 = latin1('ID3\x03\0\0\0\0\0\0')

test.each([
  ['HTML', latin1('<!doctype html><video src=x onerror=alert(1)>')],
  ['HTML before an MP4', Buffer.concat([script, mp4])],
  ['HTML before an MP3', Buffer.concat([script, mp3])],
  ['HTML behind an ID3 tag', Buffer.concat([emptyId3, script])],
  [
    'a playlist behind an ID3 tag',
    Buffer.concat([emptyId3, latin1('#EXTM3U\n#EXT-X-VERSION:3\nfile:///etc/passwd\n')]),
  ],
  ['an HLS playlist', latin1('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n')],
  ['a playlist that tries to be a box', latin1('#EXTftypisom\nfile:///etc/passwd\n#EXT-X-ENDLIST')],
  ['a concat script', latin1('ffconcat version 1.0\nfile /etc/passwd\n')],
  ['a PLS playlist', latin1('[playlist]\nFile1=file:///etc/passwd\nNumberOfEntries=1\n')],
  ['a DASH manifest', latin1('<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"/>')],
  ['a session description', latin1('v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\n')],
  ['subtitles', latin1('1\n00:00:00,000 --> 00:00:02,000\nhello\n')],
  ['WebVTT', latin1('WEBVTT\n\n00:00.000 --> 00:02.000\nhello\n')],
  ['a raw AAC stream', Buffer.alloc(400, Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc]))],
  ['one lonely frame header', Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(2000)])],
  ['HEIC', latin1('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ['AVIF', await readFile(mediaFile('photo.avif'))],
  ['JPEG 2000', latin1('\0\0\0\x14ftypjp2 \0\0\0\0jp2 ')],
  ['WebP', latin1('RIFF\x24\0\0\0WEBPVP8 ')],
  ['Ogg that holds a picture', latin1(`OggS\0\x02${'\0'.repeat(20)}\x01\x2a\x80theora\x03\x02\x01`)],
  ['EBML of another kind', latin1('\x1a\x45\xdf\xa3\x8b\x42\x82\x88whatever\0\0\0\0')],
  ['PDF', latin1('%PDF-1.7\n1 0 obj\n')],
  ['ZIP', latin1('PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0')],
  ['nothing', Buffer.alloc(0)],
  ['half a signature', mp4.subarray(0, 7)],
])('26: takes %s for no recording', async (_, bytes) => {
  expect(await recogniseRecording(bytes)).toBeNull()
})

test('knows MP3 without a tag, with a large one or two, and FLAC behind one', async () => {
  const tagged = (size: number, bytes: Buffer) => {
    const tag = Buffer.alloc(10 + size)
    tag.write('ID3\x03')
    tag[7] = size >> 14
    tag[8] = (size >> 7) & 127
    tag[9] = size & 127
    return Buffer.concat([tag, bytes])
  }
  const size = mp3.readUInt8(8) * 128 + mp3.readUInt8(9) + 10
  const bare = mp3.subarray(size)
  expect(await recogniseRecording(bare)).toMatchObject({ extension: 'mp3' })
  expect(await recogniseRecording(tagged(100_000, bare))).toMatchObject({ extension: 'mp3' })
  expect(await recogniseRecording(tagged(300, mp3))).toMatchObject({ extension: 'mp3' })
  expect(await recogniseRecording(tagged(100, flac))).toMatchObject({ extension: 'flac' })
})

test('knows old QuickTime files, which have no brand', async () => {
  expect(await recogniseRecording(latin1('\0\0\0\x08wide\0\x10\0\0mdat\0\0\0\0'))).toMatchObject({
    extension: 'mov',
  })
  expect(await recogniseRecording(latin1('\0\0\0\x08wide\0\x10\0\0<scr\0\0\0\0'))).toBeNull()
})

test('throws when the file is not there', async () => {
  await expect(recogniseRecording('/nowhere/clip.mp4')).rejects.toThrow('ENOENT')
})
