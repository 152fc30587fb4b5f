import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { listen } from '../../../../test/live.ts'
import { keptFiles } from '../../../../test/photos.ts'
import { sendRecording, settledRecording } from '../../../../test/recordings.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { canTranscode, transcoder } from '../../../../test/transcoder.ts'
import { cornersOf } from '../../../platform/images/photos-for-tests.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

async function add(name: string, fields: Record<string, string> = {}) {
  const { status, body } = await sendRecording(ana, 'videos', name, fields)
  expect([status, body.code]).toEqual([201, undefined])
  return settledRecording(ana, 'videos', body.id)
}

const at = (id: string, part: string) => `/videos/${id}/${part}`

async function bytesOf(id: string, part: string): Promise<Buffer> {
  const { status, body } = await bo.get(at(id, part))
  expect(status).toBe(200)
  return body
}

/** What one of its MP4 files holds. */
async function probe(id: string, part: string) {
  const file = path.join(server.dataDir, `${id}-${part.replaceAll('/', '-')}`)
  await writeFile(file, await bytesOf(id, part))
  return transcoder.probe({ path: file, container: 'mov' }, { signal: new AbortController().signal })
}

// a minute of a busy machine is no fault
const PATIENCE_MS = 120_000

describe.skipIf(!canTranscode)('a video', { timeout: PATIENCE_MS }, () => {
  it('has stills, a silent preview, a ladder and one MP4; its owner hears how far it is', async () => {
    const ear = await listen(server.url, ana)
    const video = await add('full-hd.mp4')
    expect(video).toMatchObject({
      state: 'ready',
      failure: null,
      width: 1920,
      height: 1080,
      duration: expect.closeTo(2, 0),
      bitrate: expect.any(Number),
      color: expect.stringMatching(/^#[\da-f]{6}$/),
    })
    expect(Buffer.from(video.placeholder, 'base64').length).toBeGreaterThan(4)
    expect(Object.keys(video.urls)).toEqual(['original', 'thumbnail', 'display', 'preview', 'stream', 'hls'])
    expect(await sharp(await bytesOf(video.id, 'thumbnail')).metadata()).toMatchObject({
      format: 'webp',
      width: 320,
      height: 180,
    })
    expect(await sharp(await bytesOf(video.id, 'display')).metadata()).toMatchObject({ width: 1600 })
    expect(await probe(video.id, 'preview')).toMatchObject({ video: { width: 320 }, audio: null })
    expect(await probe(video.id, 'stream')).toMatchObject({
      video: { width: 1920, height: 1080, codec: 'h264' },
      audio: { codec: 'aac' },
    })

    await ear.hear('upload_progress', { id: video.id, state: 'ready' })
    ear.socket.close()
    const told = ear.heard
      .filter(({ event }) => event === 'upload_progress')
      .map(({ payload }) => payload as unknown as { state: string; progress: number })
    expect(told.at(-1)).toEqual({ id: video.id, state: 'ready', progress: 1 })
    const shares = told.map(({ progress }) => progress)
    expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b))
    expect(shares[0]).toBeLessThan(0.1)
  })

  it('plays by HLS: a master playlist, playlists of byte ranges, and the bytes', async () => {
    const video = (await ana.get('/videos')).body.items.find(({ width }: { width: number }) => width === 1920)
    const master = await bo.get(at(video.id, 'hls/master.m3u8'))
    expect(master.headers.get('content-type')).toBe('application/vnd.apple.mpegurl')
    const streams = [...master.body.toString().matchAll(/^#EXT-X-STREAM-INF:BANDWIDTH=(\d+),(.+)\n(\S+)$/gm)]
    expect(streams.map(([, , facts]) => /RESOLUTION=(\w+)/.exec(facts!)?.[1])).toEqual([
      '1280x720',
      '640x360',
      '1920x1080',
    ])
    for (const [, bandwidth, facts, playlist] of streams) {
      expect(Number(bandwidth)).toBeGreaterThan(50_000)
      expect(facts).toMatch(/AVERAGE-BANDWIDTH=\d+,.*CODECS="avc1\.[\da-f]{6},mp4a\.40\.2"/)
      const text = (await bytesOf(video.id, `hls/${playlist}`)).toString()
      expect(text).toMatch(/#EXT-X-MAP:URI="\d+p\.mp4",BYTERANGE="\d+@0"/)
      expect(text).toContain('#EXT-X-ENDLIST')
      const [, length, start] = /#EXT-X-BYTERANGE:(\d+)@(\d+)/.exec(text) ?? []
      const range = `bytes=${start}-${Number(start) + Number(length) - 1}`
      const segment = await bo.request('GET', at(video.id, `hls/${playlist!.replace('m3u8', 'mp4')}`), {
        headers: { range },
      })
      expect(segment.status).toBe(206)
      expect(segment.headers.get('content-type')).toBe('video/mp4')
      expect(segment.body.length).toBe(Number(length))
      expect(segment.body.toString('latin1', 4, 8)).toMatch(/styp|moof|sidx/)
    }
    const again = await bo.request('GET', at(video.id, 'hls/master.m3u8'), {
      headers: { 'if-none-match': master.headers.get('etag')! },
    })
    expect(again.status).toBe(304)
    for (const name of ['480p.m3u8', 'index.m3u8', 'preview', 'thumbnail.mp4', '..%2fthumbnail', 'mp4']) {
      expect((await bo.get(at(video.id, `hls/${name}`))).body.code).toBe('not_found')
    }
  })

  it('19: shows no part of itself to whom it is hidden from', async () => {
    const video = await add('clip.mp4')
    const parts = [
      'thumbnail',
      'display',
      'preview',
      'stream',
      'hls/master.m3u8',
      'hls/360p.m3u8',
      'hls/360p.mp4',
    ]
    for (const part of parts) expect((await server.stranger.get(at(video.id, part))).status).toBe(200)
    await ana.put(`/videos/${video.id}`, { audience: 'private' })
    for (const part of parts) {
      for (const who of [bo, server.stranger]) {
        const ranged = await who.request('GET', at(video.id, part), { headers: { range: 'bytes=0-9' } })
        expect([part, ranged.status]).toEqual([part, 404])
      }
      expect((await ana.get(at(video.id, part))).status).toBe(200)
    }
  })

  it('stands upright, whichever way it was held', async () => {
    const video = await add('portrait.mp4')
    expect(video).toMatchObject({ state: 'ready', width: 180, height: 320 })
    const still = await bytesOf(video.id, 'display')
    expect(await sharp(still).metadata()).toMatchObject({ width: 180, height: 320 })
    expect(await cornersOf(still)).toBe('abcd')
    for (const part of ['preview', 'stream', 'hls/360p.mp4']) {
      expect((await probe(video.id, part)).video).toMatchObject({ width: 180, height: 320 })
    }
  })

  it('28: keeps when and where it was made, and with what, from all but its owner', async () => {
    const before = await keptFiles(server)
    const video = await add('located.mov')
    expect(video).toMatchObject({
      captured_at: '2024-12-01T20:12:45.000Z',
      captured_at_source: 'container',
      point: { latitude: expect.any(Number), longitude: expect.any(Number) },
    })
    expect((await bo.get(`/videos/${video.id}`)).body).toMatchObject({ point: null, file_name: null })
    const original = (await ana.get(at(video.id, 'original'))).body.toString('latin1')
    const telling = /com\.apple\.quicktime|\xa9xyz|2024-12-01|[+-]\d\d\.\d{3,}[+-]\d{3}\./
    expect(original).toMatch(telling)
    for (const part of ['thumbnail', 'display', 'preview', 'stream', 'hls/360p.mp4', 'hls/360p.m3u8']) {
      expect((await bytesOf(video.id, part)).toString('latin1')).not.toMatch(telling)
    }
    // original, two stills, preview, one rung with its playlist, MP4; and nothing on the way
    expect((await keptFiles(server)).length - before.length).toBe(7)
  })
})
