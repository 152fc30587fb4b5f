import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { jpeg, keptFiles, photoForm } from '../../../../test/photos.ts'
import { FORMATS, sample, sendRecording } from '../../../../test/recordings.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { sendWhole } from '../../../../test/uploads.ts'

const heic = readFileSync(path.join(import.meta.dirname, '../../../platform/images/fixtures/rotated-p3.heic'))

/** What comes in one request is judged at once; what comes in parts by a job. */
let server: TestServer
let working: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer({ ROLE: 'web' })
  working = await startTestServer()
  ;[ana] = await server.people('ana')
  ;[bo] = await working.people('bo')
})
afterAll(async () => {
  await server.stop()
  await working.stop()
})

const countMedia = async () =>
  (await working.app.pool.query('select count(*)::int as n from media')).rows[0].n

const nouns = { photo: 'photos', audio: 'audio', video: 'videos' } as const
const send = (noun: string, bytes: Uint8Array, name: string) =>
  ana.request('POST', `/${noun}`, { body: photoForm(bytes, {}, name) })

describe('26: every format, under a name that says otherwise', () => {
  const photos: [string, () => Promise<Buffer>][] = [
    ['image/png', () => jpeg().png().toBuffer()],
    ['image/jpeg', () => jpeg().toBuffer()],
    ['image/gif', () => jpeg().gif().toBuffer()],
    ['image/webp', () => jpeg().webp().toBuffer()],
    ['image/heic', async () => heic],
    ['image/avif', async () => sample('photo.avif')],
  ]
  const files = [
    ...photos.map(([mime, make]) => ['photo', mime, make] as const),
    ...FORMATS.map(({ kind, mime, file }) => [kind, mime, async () => sample(file)] as const),
  ]

  it.each(files)('%s %s in one request', async (kind, mime, make) => {
    const { status, body } = await send(nouns[kind], await make(), 'page.html')
    expect([status, body.kind, body.mime_type]).toEqual([201, kind, mime])
  })

  it.each([
    ['photo', async () => heic],
    ['audio', async () => sample('tone.ogg')],
    ['video', async () => sample('clip.webm')],
  ] as const)('%s in parts', async (kind, make) => {
    const upload = await sendWhole(bo, await make(), { filename: 'page.html' })
    expect([upload.state, upload.kind, upload.problem]).toEqual(['done', kind, null])
  })

  it('what is meant to be sound, in parts', async () => {
    const upload = await sendWhole(bo, sample('sound-only.webm'), { filename: 'a.webm', kind: 'audio' })
    expect([upload.state, upload.kind]).toEqual(['done', 'audio'])
    const meant = await sendWhole(bo, sample('tone.opus'), { filename: 'a.opus', kind: 'video' })
    expect([meant.state, meant.kind]).toEqual(['done', 'audio'])
  })
})

describe('26: what might be sound or picture', () => {
  it.each([
    ['sound-only.mp4', 'audio/mp4'],
    ['sound-only.webm', 'audio/webm'],
    ['clip.mp4', 'audio/mp4'],
  ])('%s is sound when it is sent as that', async (name, mime) => {
    const { status, body } = await sendRecording(ana, 'audio', name)
    expect([status, body.mime_type]).toEqual([201, mime])
    expect((await sendRecording(ana, 'videos', name)).status).toBe(201)
  })

  it.each([
    ['audio', 'clip.mov', 'This file is a video, not an audio recording.'],
    ['videos', 'tone.mp3', 'This file is an audio recording, not a video.'],
  ] as const)('%s take no %s', async (noun, name, message) => {
    const { status, body } = await sendRecording(ana, noun, name)
    expect([status, body.code, body.message]).toEqual([422, 'unsupported_format', message])
  })

  it('photos are no recordings, and recordings no photos', async () => {
    const picture = await jpeg().toBuffer()
    for (const noun of ['audio', 'videos'])
      expect((await send(noun, picture, 'clip.mp4')).body.code).toBe('unsupported_format')
    for (const name of ['tone.mp3', 'clip.mp4'])
      expect((await send('photos', sample(name), 'photo.jpg')).body.code).toBe('unsupported_format')
  })
})

describe('27: what could run, or lead elsewhere, gets in by no door', () => {
  const script = '<script>fetch("//canary.invalid")</script>'
  const hostile: [string, string | Buffer][] = [
    ['HTML', `<!doctype html>${script}`],
    ['SVG', `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`],
    ['XML', `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`],
    ['JavaScript', 'fetch("//canary.invalid")'],
    ['an HLS playlist', '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'],
    ['an M3U', 'http://canary.invalid/a.mp3\n'],
    ['a PLS', '[playlist]\nFile1=file:///etc/passwd\n'],
    ['a concat script', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
    ['a DASH manifest', '<MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>file:///etc/</BaseURL></MPD>'],
    ['a SMIL', '<smil><body><video src="file:///etc/passwd"/></body></smil>'],
    ['subtitles', 'WEBVTT\n\n00:00.000 --> 00:01.000\n<img src=x onerror=alert(1)>\n'],
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['a zip', Buffer.from('504b03041400000008000000', 'hex')],
    ['a page behind an ID3 tag', Buffer.from(`ID3\x04\0\0\0\0\0\0<!doctype html>${script}`, 'latin1')],
    [
      'a playlist behind zeros',
      Buffer.concat([Buffer.alloc(64), Buffer.from('#EXTM3U\nfile:///etc/passwd')]),
    ],
  ]

  it.each(hostile)('%s', async (_name, content) => {
    const files = await keptFiles(server)
    const bytes = Buffer.from(content)
    for (const [noun, name] of [
      ['photos', 'photo.jpg'],
      ['audio', 'tone.mp3'],
      ['videos', 'clip.mp4'],
    ] as const) {
      const { status, body } = await send(noun, bytes, name)
      expect([noun, status, body.code]).toEqual([noun, 422, 'unsupported_format'])
    }
    expect(await keptFiles(server)).toEqual(files)
    const before = await countMedia()
    for (const kind of ['photo', 'audio', 'video']) {
      const upload = await sendWhole(bo, bytes, { filename: 'clip.mp4', filetype: 'video/mp4', kind })
      expect([upload.state, upload.problem.code]).toEqual(['failed', 'unsupported_format'])
    }
    expect(await countMedia()).toBe(before)
  })

  it('a page that is a real sound as well comes back as the sound it is, to be saved or heard', async () => {
    const polyglot = Buffer.concat([sample('mono-8khz.wav'), Buffer.from(`<!doctype html>${script}`)])
    const { body } = await send('audio', polyglot, 'page.html')
    const { headers, body: bytes } = await ana.get(`/audio/${body.id}/original`)
    expect(polyglot.equals(bytes)).toBe(true)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'audio/wav',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
  })
})

it('29: no name in either door writes or reads outside', async () => {
  const outside = async () =>
    (await readdir(path.join(working.dataDir, '..'))).filter((name) => /cbory/.test(name))
  for (const filename of [
    '../../cbory.mp4',
    '..\\..\\cbory',
    'a\r\nx-cbory: 1',
    'x'.repeat(5000),
    '\u202e4pm.exe',
  ]) {
    const upload = await sendWhole(bo, sample('without-sound.mp4'), {
      filename,
      caption: filename.slice(0, 9).trim() || 'x',
    })
    expect(upload.state).toBe('done')
    const { headers } = await bo.get(`/videos/${upload.media_id}/original?download=1`)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.%~!-]{1,1000}$/)
    expect(headers.get('x-cbory')).toBeNull()
    await bo.delete(`/videos/${upload.media_id}`)
  }
  expect(await outside()).toEqual([])
})
